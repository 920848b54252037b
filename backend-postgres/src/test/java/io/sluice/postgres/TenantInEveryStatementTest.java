package io.sluice.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.kit.Requests;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.StoredResource;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The first wall between tenants: whichever statement touches a table of theirs names the tenant for every row that it takes from
 * there, as a parameter.
 */
class TenantInEveryStatementTest extends BackendContract {

    private static final Pattern TABLE =
            Pattern.compile("(?:FROM|JOIN|UPDATE|USING) (?:resource|resource_total|group_member) (\\w+)");
    private static final Pattern INSERT = Pattern.compile("INSERT INTO (resource|group_member)\\s+\\(tenant,");

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new PostgresSetup(vertx);
    }

    @Test
    void everyStatementNamesTheTenantOfEveryTable() {
        useEverything(newTenant());

        List<String> statements = ((PostgresSetup) setup())
                .statements().sent().stream().distinct().toList();

        assertThat(statements).hasSizeGreaterThan(25).allSatisfy(TenantInEveryStatementTest::namesTheTenant);
    }

    private static void namesTheTenant(String statement) {
        var uses = TABLE.matcher(statement)
                .results()
                .collect(Collectors.groupingBy(result -> result.group(1), Collectors.counting()));
        boolean inserts = INSERT.matcher(statement).find();
        assertThat(uses.isEmpty() && !inserts)
                .as("touches a table: %s", statement)
                .isFalse();
        uses.forEach((alias, count) -> assertThat(count(alias + "\\.tenant( \\+ 0)? = (\\$1|i\\.tenant)\\b", statement))
                .as("%s in %s", alias, statement)
                .isGreaterThanOrEqualTo(count));
    }

    private static long count(String pattern, String statement) {
        Matcher matcher = Pattern.compile(pattern).matcher(statement);
        return matcher.results().count();
    }

    private static void useEverything(BackendClient client) {
        List<StoredResource> users = client.users(Fixtures.names("u", 3));
        StoredResource group = client.group(Fixtures.name("g"), users.get(0));
        client.group(Fixtures.name("empty"));
        Requests requests = client.requests();
        client.read(group);
        client.read(users.get(0));
        client.memberPage(group, new UUID(0, 0).toString(), 5);
        client.patch(group, member("add", users.get(1)));
        client.patch(group, member("replace", users.get(2)));
        client.patch(group, "{\"op\": \"remove\", \"path\": \"members[type eq \\\"User\\\" and not (value pr)]\"}");
        client.patch(users.get(0), "{\"op\": \"replace\", \"path\": \"title\", \"value\": \"Dr.\"}");
        client.replace(group, Fixtures.group(Fixtures.name("g2"), List.of()));
        for (String filter : List.of(
                "userName eq \"x\"",
                "emails.value eq \"x\"",
                "groups.value eq \"x\"",
                "groups.display co \"x\"",
                "groups pr",
                "emails[type eq \"work\" and value ew \"x\"]",
                "meta.lastModified gt \"2020-01-01T00:00:00Z\"",
                "title pr and not (name.givenName sw \"x\")",
                "id eq \"" + users.get(0).id() + "\"")) {
            client.find(requests.search(Fixtures.USER).filter(filter).include(Include.ALL));
            client.find(requests.search(Fixtures.USER).filter(filter).page(1, 0));
        }
        for (String filter : List.of("members.value eq \"x\"", "members[type eq \"User\"]", "members pr")) {
            client.find(requests.search(Fixtures.GROUP).filter(filter).include(Include.ALL));
        }
        client.find(
                requests.search(Fixtures.USER).sortBy("groups.display", true).page(2, 1));
        client.delete(users.get(0));
        client.send(requests.delete(users.get(0)));
        client.send(requests.purge());
    }

    private static String member(String op, StoredResource member) {
        return "{\"op\": \"%s\", \"path\": \"members\", \"value\": [{\"value\": \"%s\"}]}".formatted(op, member.id());
    }
}
