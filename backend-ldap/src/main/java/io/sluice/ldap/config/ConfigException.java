package io.sluice.ldap.config;

/** A setting is wrong; the text names the key, the reason and, for files, the line. */
public final class ConfigException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ConfigException(String where, String reason) {
        super(where + ": " + reason);
    }
}
