package io.sluice.core.wire;

/** The kinds of replies, and the numbers that the wire knows them by, which never change. */
enum ReplyKind {
    STORED(0),
    DELETED(1),
    FOUND(2),
    MEMBER_PAGE(3),
    FAILED(4),
    UNKNOWN_TYPE(5);

    private static final ReplyKind[] ALL = values();

    private final int number;

    ReplyKind(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ReplyKind of(int number) {
        for (ReplyKind kind : ALL) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new WireException("A reply of kind " + number);
    }
}
