package io.sluice.load.raw;

import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.LDAPURL;
import com.unboundid.ldap.sdk.SimpleBindRequest;
import com.unboundid.ldap.sdk.SingleServerSet;
import io.sluice.load.options.Console;
import io.sluice.load.options.InFlight;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice load raw-ldap}: what a directory does without a gateway, to stand beside what it does with one. */
@Command(
        name = "raw-ldap",
        description = {
            "Measures an LDAP directory without a gateway: entries added, modified, found and made members. Works",
            "below an entry of its own, which it makes and removes."
        },
        mixinStandardHelpOptions = true)
public final class RawLdapCommand implements Callable<Integer> {

    private static final long MOST_WAIT_MILLIS = 60_000;

    @Option(names = "--ldap", required = true, description = "URL such as ldap://127.0.0.1:1389")
    private String url = "";

    @Option(names = "--bind-dn", required = true, description = "Who we are for the directory")
    private String bindDn = "";

    @Option(names = "--password-file", required = true, description = "File with the password of the bind DN")
    private Path passwordFile = Path.of("");

    @Option(names = "--base", required = true, description = "Existing entry below which to work")
    private String base = "";

    @Mixin
    private InFlight inFlight = new InFlight(16);

    @Option(names = "--connections", defaultValue = "16", description = "Connections (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--shared",
            description = "Send operations on a connection that others wait on, instead of one at a time on each")
    private boolean shared;

    @Option(names = "--count", defaultValue = "2000", description = "Of each operation (default: ${DEFAULT-VALUE})")
    private int count;

    @Mixin
    private Console console = new Console();

    @Override
    public Integer call() throws Exception {
        if (!in(inFlight.value(), 1_000) || !in(connections, 1_000) || !in(count, 1_000_000)) {
            throw console.wrongUsage("--in-flight and --connections take 1 to 1,000 and --count 1 to 1,000,000");
        }
        String password = Files.readString(passwordFile).strip();
        try (LDAPConnectionPool pool = connect(password);
                RawLdap raw = RawLdap.prepare(shared ? shared(pool) : number -> pool, base, inFlight.value())) {
            console.say(String.format("%-12s %8s %10s", "operation", "count", "per second"));
            for (Map.Entry<String, RawLdap.Step> step : raw.steps().entrySet()) {
                long took = raw.run(count, step.getValue());
                console.say(String.format(Locale.ROOT, "%-12s %8d %10.0f", step.getKey(), count, count * 1e9 / took));
            }
        }
        return 0;
    }

    private static boolean in(int value, int most) {
        return value >= 1 && value <= most;
    }

    /** Whoever finds no connection free waits for one. */
    private LDAPConnectionPool connect(String password) throws LDAPException {
        LDAPURL parsed = new LDAPURL(url);
        LDAPConnectionPool pool = new LDAPConnectionPool(
                new SingleServerSet(Objects.requireNonNullElse(parsed.getHost(), "localhost"), parsed.getPort()),
                new SimpleBindRequest(bindDn, password),
                connections,
                connections);
        pool.setCreateIfNecessary(false);
        pool.setMaxWaitTimeMillis(MOST_WAIT_MILLIS);
        return pool;
    }

    /** All connections, taken out of the pool for good; it closes nothing that is not given back, the process does. */
    private IntFunction<LDAPInterface> shared(LDAPConnectionPool pool) throws LDAPException {
        List<LDAPInterface> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            all.add(pool.getConnection());
        }
        return number -> all.get(number % all.size());
    }
}
