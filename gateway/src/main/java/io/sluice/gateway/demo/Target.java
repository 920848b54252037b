package io.sluice.gateway.demo;

import java.net.URI;

/**
 * Where the demo sends its requests.
 *
 * @param base the Target SCIM URL without a slash at the end
 * @param token the provisioning token, a secret
 */
record Target(URI base, String token) {

    URI at(String path) {
        return URI.create(base + path);
    }

    @Override
    public String toString() {
        return "Target[" + base + "]";
    }
}
