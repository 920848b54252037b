package io.sluice.load.compare;

/**
 * What is a regression, each as a share of the earlier figure (0.1 is 10 %).
 *
 * @param rate by how much less a closed model may reach
 * @param latency by how much p50 and p99 may grow
 * @param cpu by how much the CPU seconds of a request may grow
 * @param floorMicros latencies below it are not compared: the clock and the scheduler make them
 */
public record Thresholds(double rate, double latency, double cpu, long floorMicros) {}
