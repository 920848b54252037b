package io.sluice.load.drive;

import java.net.URI;

/**
 * A gateway and the right to use it.
 *
 * @param url the Target SCIM URL
 * @param token a secret
 */
public record Target(URI url, String token) {

    public int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return tls() ? 443 : 80;
    }

    public boolean tls() {
        return "https".equals(url.getScheme());
    }

    public String path(String below) {
        return url.getPath().replaceAll("/+$", "") + below;
    }

    @Override
    public String toString() {
        return "Target[" + url + "]";
    }
}
