package io.sluice.load.bench;

import io.sluice.load.drive.Operation;
import io.sluice.load.drive.Pace;

/** A row of a table that is to be measured. */
record Entry(String name, Pace pace, Operation operation) {}
