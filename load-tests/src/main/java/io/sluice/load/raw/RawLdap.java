package io.sluice.load.raw;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Plain users of inetOrgPerson and one group of them, below an entry that is removed in the end. */
final class RawLdap implements AutoCloseable {

    /** One operation; the numbers are 1, 2, 3 and so on. */
    interface Step {
        void run(int number) throws LDAPException;
    }

    private final IntFunction<LDAPInterface> connections;
    private final LDAPInterface first;
    private final String home;
    private final int inFlight;

    private RawLdap(IntFunction<LDAPInterface> connections, String home, int inFlight) {
        this.connections = connections;
        this.first = connections.apply(0);
        this.home = home;
        this.inFlight = inFlight;
    }

    /**
     * @param connections what an operation goes to, by its number
     */
    static RawLdap prepare(IntFunction<LDAPInterface> connections, String base, int inFlight) throws LDAPException {
        String home = "ou=baseline-" + System.currentTimeMillis() + "," + base;
        RawLdap raw = new RawLdap(connections, home, inFlight);
        raw.first.add(home, new Attribute("objectClass", "organizationalUnit"));
        raw.first.add(raw.group(), new Attribute("objectClass", "groupOfNames"), new Attribute("member", home));
        return raw;
    }

    /** By name, in the order in which they build on each other. */
    Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("add", this::add);
        steps.put("modify", this::modify);
        steps.put("search", this::search);
        steps.put("member", this::member);
        return steps;
    }

    /** Runs a step so many times, {@code inFlight} at a time; how long that took in nanoseconds. */
    long run(int count, Step step) throws InterruptedException, ExecutionException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < inFlight; i++) {
                workers.add(threads.submit(() -> {
                    for (int number = next.incrementAndGet(); number <= count; number = next.incrementAndGet()) {
                        step.run(number);
                    }
                    return null;
                }));
            }
            for (Future<?> worker : workers) {
                worker.get();
            }
        }
        return System.nanoTime() - start;
    }

    private void add(int number) throws LDAPException {
        String name = "user." + number;
        connections
                .apply(number)
                .add(new AddRequest(
                        dn(number),
                        new Attribute("objectClass", "inetOrgPerson"),
                        new Attribute("cn", "User " + number),
                        new Attribute("sn", "Number " + number),
                        new Attribute("givenName", "User"),
                        new Attribute("displayName", "User " + number),
                        new Attribute("mail", name + "@example.com")));
    }

    private void modify(int number) throws LDAPException {
        connections
                .apply(number)
                .modify(dn(number), new Modification(ModificationType.REPLACE, "title", "Title " + number));
    }

    private void search(int number) throws LDAPException {
        int found = connections
                .apply(number)
                .search(home, SearchScope.SUB, Filter.createEqualityFilter("uid", "user." + number))
                .getEntryCount();
        if (found != 1) {
            throw new IllegalStateException("user." + number + " was found " + found + " times");
        }
    }

    private void member(int number) throws LDAPException {
        connections.apply(number).modify(group(), new Modification(ModificationType.ADD, "member", dn(number)));
    }

    private String group() {
        return "cn=group," + home;
    }

    private String dn(int number) {
        return "uid=user." + number + "," + home;
    }

    @Override
    public void close() throws LDAPException {
        List<String> dns = new ArrayList<>();
        SearchResult children = first.search(home, SearchScope.ONE, Filter.createPresenceFilter("objectClass"), "1.1");
        List.copyOf(children.getSearchEntries()).forEach(entry -> dns.add(entry.getDN()));
        dns.add(home);
        for (String dn : dns) {
            first.delete(new DeleteRequest(dn));
        }
    }
}
