package io.sluice.gateway.jwt;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * Decides where a fetch may go, so that a URI in a tenant's settings cannot make the gateway ask its own network (SSRF). The
 * address that was checked is the address to connect to: a name that resolves differently a moment later gains nothing.
 */
final class AddressGuard {

    private static final int HTTPS = 443;
    private static final String NOT_PUBLIC = "its host resolves to an address that is not public";

    private final Vertx vertx;
    private final JwksPolicy policy;

    AddressGuard(Vertx vertx, JwksPolicy policy) {
        this.vertx = vertx;
        this.policy = policy;
    }

    /**
     * @throws IllegalArgumentException when the URI itself is not acceptable, with the reason
     */
    void checkForm(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = policy.loopback() && scheme.equals("http");
        if (!scheme.equals("https") && !plain) {
            throw new IllegalArgumentException("it must begin with https://");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw new IllegalArgumentException(isPrivateSpelling(uri) ? NOT_PUBLIC : "it names no host");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("it must have neither user information nor a fragment");
        }
    }

    /** Java reads no host in {@code https://0x7f.1/}, which other programs take for the address 127.0.0.1. */
    private static boolean isPrivateSpelling(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        HostName host = HostName.of(authority.replaceFirst(":[0-9]*$", ""));
        return host.isNumeric()
                && host.asNumbers()
                        .filter(address -> !PublicAddress.isPublic(address))
                        .isPresent();
    }

    Future<SocketAddress> resolve(URI uri) {
        HostName host = HostName.of(uri.getHost());
        return vertx.executeBlocking(() -> allowed(uri, host), false)
                .map(address -> SocketAddress.inetSocketAddress(port(uri), address.getHostAddress()));
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? HTTPS : 80;
    }

    private InetAddress allowed(URI uri, HostName host) throws UnknownHostException {
        InetAddress[] addresses = addresses(host);
        for (InetAddress address : addresses) {
            if (!allows(uri, host.name(), address)) {
                throw new IllegalArgumentException(NOT_PUBLIC);
            }
        }
        return addresses[0];
    }

    private static InetAddress[] addresses(HostName host) throws UnknownHostException {
        if (host.isLocalhost()) {
            return new InetAddress[] {InetAddress.getLoopbackAddress()};
        }
        if (host.isNumeric()) {
            return new InetAddress[] {
                host.asNumbers()
                        .orElseThrow(
                                () -> new IllegalArgumentException("its host ends in a number and is no IPv4 address"))
            };
        }
        return InetAddress.getAllByName(host.name());
    }

    private boolean allows(URI uri, String host, InetAddress address) {
        if (address.isLoopbackAddress() && policy.loopback()) {
            return true;
        }
        boolean https = uri.getScheme().equalsIgnoreCase("https");
        return https
                && (PublicAddress.isPublic(address) || policy.privateHosts().contains(host));
    }
}
