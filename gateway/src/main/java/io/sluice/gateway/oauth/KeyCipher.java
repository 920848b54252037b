package io.sluice.gateway.oauth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what lies in the store (AES-256-GCM). Of several secrets the first encrypts and all decrypt, so that a secret can be
 * changed while what the old one encrypted is still needed.
 */
public final class KeyCipher {

    private static final String VERSION = "v1";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int PARTS = 3;
    private static final int NAME_BYTES = 6;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String first;

    /**
     * @param secrets texts with enough randomness of their own, at least one; the keys are derived from them
     */
    public KeyCipher(List<String> secrets) {
        secrets.forEach(secret -> keys.put(name(secret), key(secret)));
        this.first = name(secrets.getFirst());
    }

    /**
     * @param context belongs to what is encrypted: without it, or with another, it cannot be decrypted
     */
    public String encrypt(String text, String context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, first, nonce, context, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("Every Java has AES-GCM"));
        byte[] all = ByteBuffer.allocate(NONCE + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return VERSION + "." + first + "." + Base64.getEncoder().encodeToString(all);
    }

    /** Empty when it is not encrypted, not with one of these secrets, or was changed. */
    public Optional<String> decrypt(String text, String context) {
        String[] parts = text.split("\\.", PARTS);
        if (parts.length < PARTS || !parts[0].equals(VERSION) || !keys.containsKey(parts[1])) {
            return Optional.empty();
        }
        byte[] all = decoded(parts[2]);
        if (all.length <= NONCE) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(all, NONCE);
        byte[] sealed = Arrays.copyOfRange(all, NONCE, all.length);
        return run(Cipher.DECRYPT_MODE, parts[1], nonce, context, sealed)
                .map(open -> new String(open, StandardCharsets.UTF_8));
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException changed) {
            return new byte[0];
        }
    }

    private Optional<byte[]> run(int mode, String key, byte[] nonce, String context, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static SecretKey key(String secret) {
        return new SecretKeySpec(derived(secret, "sluice encryption at rest"), "AES");
    }

    /** Says which key it is and nothing about it. */
    private static String name(String secret) {
        byte[] digest = derived(secret, "sluice encryption at rest, name of the key");
        return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    }

    private static byte[] derived(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            byte[] key = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "KeyCipher[hidden]";
    }
}
