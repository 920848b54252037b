package io.sluice.gateway.jwt;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;

/**
 * The host of a URI, read as generously as any resolver might read it: what one of them would take for an address of this
 * machine must not pass because another does not.
 *
 * @param name without the brackets of IPv6 and without the dot of the root at its end, in lower case
 */
record HostName(String name) {

    private static final int PARTS = 4;
    private static final long ALL_ADDRESSES = 1L << 32;

    static HostName of(String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        String rooted = bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
        return new HostName(rooted.toLowerCase(Locale.ROOT));
    }

    /** Names that stand for this machine whatever a resolver says (RFC 6761 section 6.3). */
    boolean isLocalhost() {
        return name.equals("localhost") || name.endsWith(".localhost");
    }

    /** Whether it ends in a number and so is an IPv4 address or nothing (WHATWG URL, "ends in a number"). */
    boolean isNumeric() {
        if (name.indexOf(':') >= 0) {
            return false;
        }
        String last = name.substring(name.lastIndexOf('.') + 1);
        return last.matches("[0-9]+|0x[0-9a-f]*");
    }

    /** The address that inet_aton reads: one to four numbers, each decimal, octal or hexadecimal, the last one filling the rest. */
    Optional<InetAddress> asNumbers() {
        String[] parts = name.split("\\.", -1);
        if (parts.length > PARTS) {
            return Optional.empty();
        }
        try {
            long address = 0;
            for (int i = 0; i < parts.length - 1; i++) {
                long part = number(parts[i]);
                if (part > 255) {
                    return Optional.empty();
                }
                address |= part << (24 - 8 * i);
            }
            long rest = number(parts[parts.length - 1]);
            boolean fits = rest < ALL_ADDRESSES >> (8 * (parts.length - 1));
            return fits ? Optional.of(address(address | rest)) : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static long number(String part) {
        if (part.equals("0x")) {
            return 0;
        }
        if (part.startsWith("0x")) {
            return Long.parseUnsignedLong(part.substring(2), 16);
        }
        return Long.parseLong(part, part.length() > 1 && part.startsWith("0") ? 8 : 10);
    }

    private static InetAddress address(long bits) {
        try {
            return InetAddress.getByAddress(
                    new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
