package io.sluice.core.control;

/** What it takes to make a tenant; everything else begins with its default. */
public record NewTenant(String slug, String name, String backend) {}
