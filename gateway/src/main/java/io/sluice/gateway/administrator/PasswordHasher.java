package io.sluice.gateway.administrator;

import io.sluice.core.control.PasswordHash;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, in the usual encoded form. It takes tens of milliseconds on purpose,
 * so it runs on two threads of its own and never on an event loop.
 */
public final class PasswordHasher {

    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int THREADS = 2;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final WorkerExecutor workers;

    public PasswordHasher(Vertx vertx) {
        this.workers = vertx.createSharedWorkerExecutor("sluice-passwords", THREADS);
    }

    public Future<PasswordHash> hash(String password) {
        return workers.executeBlocking(
                () -> {
                    byte[] salt = new byte[SALT_BYTES];
                    RANDOM.nextBytes(salt);
                    Cost cost = new Cost(MEMORY_KIB, PASSES, LANES);
                    return encode(cost, salt, derive(password, salt, cost, HASH_BYTES));
                },
                false);
    }

    public Future<Boolean> matches(String password, PasswordHash hash) {
        return workers.executeBlocking(() -> check(password, hash), false);
    }

    private record Cost(int memoryKib, int passes, int lanes) {}

    private static boolean check(String password, PasswordHash hash) {
        String[] parts = hash.encoded().split("\\$", -1);
        if (parts.length != 6 || !parts[1].equals("argon2id") || !parts[2].equals("v=19")) {
            throw new IllegalStateException("A stored password hash is of an unknown kind");
        }
        String[] cost = parts[3].split(",", -1);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = derive(
                password,
                Base64.getDecoder().decode(parts[4]),
                new Cost(number(cost[0]), number(cost[1]), number(cost[2])),
                expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    private static int number(String assignment) {
        return Integer.parseInt(assignment.substring(assignment.indexOf('=') + 1));
    }

    private static byte[] derive(String password, byte[] salt, Cost cost, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(cost.memoryKib())
                .withIterations(cost.passes())
                .withParallelism(cost.lanes())
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static PasswordHash encode(Cost cost, byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.passes() + ",p=" + cost.lanes()
                + "$" + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }
}
