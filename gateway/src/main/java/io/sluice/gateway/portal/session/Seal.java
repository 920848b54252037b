package io.sluice.gateway.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns tickets into cookie values that nobody can forge, and back (HMAC-SHA256). */
public final class Seal {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final int FIELDS = 5;

    private final SecretKeySpec key;

    /**
     * @param secret the same on every node, and never used for anything else
     */
    public Seal(byte[] secret) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** A key for this purpose out of a secret that has others too. */
    public static Seal derivedFrom(String secret) {
        return new Seal(
                mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"), "portal session"));
    }

    /** A key that is gone with this process: whoever is logged in logs in anew after a restart. */
    public static Seal ofThisProcess() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return new Seal(random);
    }

    public String close(Ticket ticket) {
        String body = String.join(
                ".",
                ticket.id(),
                ENCODER.encodeToString(ticket.name().getBytes(StandardCharsets.UTF_8)),
                Long.toString(ticket.begun().toEpochMilli()),
                Long.toString(ticket.seen().toEpochMilli()),
                ENCODER.encodeToString(RoleText.of(ticket.outside()).getBytes(StandardCharsets.UTF_8)));
        return body + "." + sign(body);
    }

    /** Empty unless this seal closed it. */
    public Optional<Ticket> open(String value) {
        int end = value.lastIndexOf('.');
        if (end < 0 || !isSame(sign(value.substring(0, end)), value.substring(end + 1))) {
            return Optional.empty();
        }
        String[] parts = value.substring(0, end).split("\\.", -1);
        return parts.length == FIELDS ? Optional.of(ticket(parts)) : Optional.empty();
    }

    private static Ticket ticket(String[] parts) {
        return new Ticket(
                parts[0],
                text(parts[1]),
                Instant.ofEpochMilli(Long.parseLong(parts[2])),
                Instant.ofEpochMilli(Long.parseLong(parts[3])),
                RoleText.parse(text(parts[4])));
    }

    private static String text(String encoded) {
        return new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
    }

    /** Belongs to one session and lasts as long as it does. */
    public String formToken(Ticket ticket) {
        return sign("form " + ticket.id());
    }

    /** A text that only this portal can name, of 256 bits: another one for each purpose and each subject. */
    public String secret(String purpose, String subject) {
        return sign("secret " + purpose + " " + subject);
    }

    /** Says that this portal wrote that text. */
    public String stamp(String text) {
        return sign("stamp " + text);
    }

    /** Compares in a time that tells nothing. */
    public static boolean isSame(String expected, String presented) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), presented.getBytes(StandardCharsets.UTF_8));
    }

    private String sign(String text) {
        return ENCODER.encodeToString(mac(key, text));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }
}
