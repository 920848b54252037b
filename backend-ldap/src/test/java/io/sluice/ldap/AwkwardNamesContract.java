package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.kit.BackendClient;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What means something in a DN or in a filter means nothing in a name. */
abstract class AwkwardNamesContract extends BackendContract {

    private static final List<String> NAMES = List.of(
            "a,b+c=\"#<>;\\",
            " leading",
            "trailing ",
            "two  spaces",
            "#hash",
            "\\",
            "a\\,b",
            "*",
            "(a)(b)",
            "uid=evil,ou=people",
            "tab\tand\nline",
            "\u200bzero",
            "\ufb01",
            "x".repeat(3_000));

    @Test
    void anyNameIsStoredFoundChangedAndAMember() {
        BackendClient client = client();
        for (String name : NAMES) {
            ObjectNode body = Fixtures.user(name).put("displayName", name).put("title", name);
            body.putObject("name").put("familyName", name);
            StoredResource user = client.create(Fixtures.USER, body);
            StoredResource group = client.group(name, user);

            client.patch(user, """
                    {"op": "replace", "path": "userName", "value": %s}""".formatted(TextNode.valueOf("R" + name)));

            String filter = "userName eq " + TextNode.valueOf("R" + name);
            assertThat(Documents.of(client.read(user)).path("userName").asText())
                    .isEqualTo("R" + name);
            assertThat(Documents.of(client.read(user)).path("title").asText()).isEqualTo(name);
            assertThat(client.ids(Fixtures.USER, filter)).as(name).containsExactly(user.id());
            assertThat(client.memberIds(group)).as(name).containsExactly(user.id());
            client.delete(user);
            assertThat(client.memberIds(group)).as(name).isEmpty();
        }
    }
}
