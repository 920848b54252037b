package io.sluice.core.control.local;

import io.sluice.core.control.Connection;

/** A connection and whose it is. */
record LocalConnection(String tenant, Connection connection) {

    /** Orders by tenant, then by vendor; no slug and no vendor has a slash. */
    static String key(String tenant, String idp) {
        return tenant + "/" + idp;
    }

    String key() {
        return key(tenant, connection.idp());
    }
}
