package io.sluice.load.ledger;

/** A write without an answer: it may have happened or not, but nothing in between. */
enum Doubt {
    CREATE,
    PATCH,
    JOIN,
    LEAVE,
    DELETE
}
