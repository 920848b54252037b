package io.sluice.gateway.jwt;

import io.netty.util.NetUtil;
import java.math.BigInteger;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Tells addresses of the public internet from all others (IANA special-purpose address registries). */
final class PublicAddress {

    private static final List<Network> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "64:ff9b::/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Network::parse)
            .toList();

    private PublicAddress() {}

    static boolean isPublic(InetAddress address) {
        BigInteger value = new BigInteger(1, address.getAddress());
        int length = address.getAddress().length * Byte.SIZE;
        return SPECIAL.stream().noneMatch(network -> network.contains(value, length));
    }

    /** A network of addresses that are {@code length} bits long, of which the first {@code bits} are fixed. */
    private record Network(BigInteger base, int length, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] base = NetUtil.createByteArrayFromIpAddressString(text.substring(0, slash));
            return new Network(
                    new BigInteger(1, base), base.length * Byte.SIZE, Integer.parseInt(text.substring(slash + 1)));
        }

        boolean contains(BigInteger address, int addressLength) {
            return length == addressLength
                    && address.xor(base).shiftRight(length - bits).signum() == 0;
        }
    }
}
