package io.sluice.core.control;

/** A slow, salted hash of a password in its encoded form, such as {@code $argon2id$v=19$...}; never shown. */
public record PasswordHash(String encoded) {

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
