package io.sluice.core.wire;

/** The kinds of replies; their places in this list are what the wire knows them by and never change. */
enum ReplyKind {
    STORED,
    DELETED,
    FOUND,
    MEMBER_PAGE,
    FAILED,
    UNKNOWN_TYPE;

    private static final ReplyKind[] ALL = values();

    static ReplyKind of(int number) {
        if (number >= ALL.length) {
            throw new WireException("A reply of kind " + number);
        }
        return ALL[number];
    }
}
