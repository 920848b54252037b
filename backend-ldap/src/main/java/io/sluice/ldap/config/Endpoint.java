package io.sluice.ldap.config;

/** One directory server. */
public record Endpoint(String host, int port, boolean ldaps) {

    private static final int LDAP_PORT = 389;
    private static final int LDAPS_PORT = 636;

    /** Reads {@code ldap://host[:port]} or {@code ldaps://host[:port]}. */
    static Endpoint parse(ConfigNode node) {
        String url = SectionReader.scalar(node);
        try {
            java.net.URI uri = java.net.URI.create(url);
            boolean ldaps = "ldaps".equals(uri.getScheme());
            if (uri.getHost() != null && (ldaps || "ldap".equals(uri.getScheme()))) {
                int port = uri.getPort() > 0 ? uri.getPort() : ldaps ? LDAPS_PORT : LDAP_PORT;
                return new Endpoint(uri.getHost().replaceAll("^\\[|]$", ""), port, ldaps);
            }
        } catch (IllegalArgumentException e) {
            // Reported below like a URL without a host.
        }
        throw new ConfigException(
                node.where(), "'" + url + "' is not of the form ldap://host:port or ldaps://host:port");
    }

    boolean isLoopback() {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("::1");
    }
}
