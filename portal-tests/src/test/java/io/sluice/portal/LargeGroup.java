package io.sluice.portal;

import io.sluice.postgres.server.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** Fills a group with people, as rows: that they can be written through SCIM other tests show. */
final class LargeGroup {

    private static final String PEOPLE = """
            INSERT INTO resource (tenant, type, id, name_key, created, modified, version, operation, doc, search)
            SELECT t.number, 'User', md5('person ' || n)::uuid, 'person.' || n, now(), now(), 1, md5('op ' || n)::uuid,
                   convert_to('{"userName":"person.' || n || '"}', 'UTF8'), jsonb_build_object('username', 'person.' || n)
            FROM tenant t, generate_series(1, ?) n WHERE t.slug = 'acme'""";

    private static final String MEMBERS = """
            INSERT INTO group_member (tenant, group_id, member_id, member_type, display)
            SELECT t.number, ?, md5('person ' || n)::uuid, 'User', 'Person ' || n
            FROM tenant t, generate_series(1, ?) n WHERE t.slug = 'acme'""";

    private LargeGroup() {}

    static void fill(TestDatabase database, String group, int members) {
        try (Connection connection = database.connect();
                PreparedStatement people = connection.prepareStatement(PEOPLE);
                PreparedStatement rows = connection.prepareStatement(MEMBERS)) {
            people.setInt(1, members);
            people.executeUpdate();
            rows.setObject(1, UUID.fromString(group));
            rows.setInt(2, members);
            rows.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError("The group cannot be filled", e);
        }
    }
}
