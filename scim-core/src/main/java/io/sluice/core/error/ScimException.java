package io.sluice.core.error;

/** Carries a {@link ScimError} up to the one place that renders it. Has no stack trace: it is an answer, not an accident. */
public final class ScimException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ScimError error;

    public ScimException(ScimError error) {
        super(error.detail(), null, false, false);
        this.error = error;
    }

    public static ScimException of(ErrorKind kind, String detail) {
        return new ScimException(ScimError.of(kind, detail));
    }

    public ScimError error() {
        return error;
    }
}
