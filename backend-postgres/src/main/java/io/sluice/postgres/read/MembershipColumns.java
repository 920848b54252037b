package io.sluice.postgres.read;

import io.sluice.core.resource.GroupReference;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.Membership;
import io.sluice.core.schema.ResourceType;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is derived from memberships, read in the statement of the resource itself: a join for the row known as
 * {@code r}.
 */
public enum MembershipColumns {
    NONE {
        @Override
        public String columns() {
            return "";
        }

        @Override
        public String join(String tenant, int pageParameter) {
            return "";
        }

        @Override
        Membership read(Row row, int pageSize) {
            return new Membership.None();
        }
    },

    GROUPS {
        @Override
        public String columns() {
            return ", of_groups.ids AS group_ids, of_groups.labels AS group_labels";
        }

        @Override
        public String join(String tenant, int pageParameter) {
            return """

                    LEFT JOIN LATERAL (
                        SELECT array_agg(g.id ORDER BY g.id) AS ids, array_agg(g.label ORDER BY g.id) AS labels
                        FROM group_member m JOIN resource g ON g.tenant = %1$s AND g.type = (SELECT 'Group') AND g.id = m.group_id
                        WHERE m.tenant = %1$s AND m.member_id = r.id
                    ) AS of_groups ON true""".formatted(tenant);
        }

        @Override
        Membership read(Row row, int pageSize) {
            UUID[] ids = row.getArrayOfUUIDs("group_ids");
            if (ids == null) {
                return new Membership.InGroups(List.of());
            }
            String[] labels = row.getArrayOfStrings("group_labels");
            List<GroupReference> groups = new ArrayList<>(ids.length);
            for (int i = 0; i < ids.length; i++) {
                groups.add(new GroupReference(
                        ids[i].toString(), Optional.ofNullable(labels[i]).orElse("")));
            }
            return new Membership.InGroups(groups);
        }
    },

    MEMBERS {
        @Override
        public String columns() {
            return ", of_members.ids AS member_ids, of_members.types AS member_types, of_members.displays AS member_displays";
        }

        @Override
        public String join(String tenant, int pageParameter) {
            return """

                    LEFT JOIN LATERAL (
                        SELECT array_agg(p.member_id) AS ids, array_agg(p.member_type) AS types,
                            array_agg(p.display) AS displays
                        FROM (
                            SELECT m.member_id, m.member_type, m.display FROM group_member m
                            WHERE m.tenant = %s AND m.group_id = r.id ORDER BY m.member_id LIMIT $%d
                        ) AS p
                    ) AS of_members ON true""".formatted(tenant, pageParameter);
        }

        @Override
        Membership read(Row row, int pageSize) {
            UUID[] ids = row.getArrayOfUUIDs("member_ids");
            if (ids == null) {
                return new Membership.OfGroup(List.of(), Optional.empty());
            }
            String[] types = row.getArrayOfStrings("member_types");
            String[] displays = row.getArrayOfStrings("member_displays");
            List<Member> members = new ArrayList<>(ids.length);
            for (int i = 0; i < ids.length; i++) {
                members.add(new Member(ids[i].toString(), Optional.of(types[i]), Optional.ofNullable(displays[i])));
            }
            return MemberPages.cut(members, pageSize);
        }
    };

    public static MembershipColumns of(ResourceType type, Include include) {
        if (type.isGroup()) {
            return include.members() ? MEMBERS : NONE;
        }
        return type.isUser() && include.groups() ? GROUPS : NONE;
    }

    /** With a comma before the first. */
    public abstract String columns();

    /**
     * @param tenant the expression for the tenant's number
     * @param pageParameter number of the parameter that holds one more than the size of the first page of members
     */
    public abstract String join(String tenant, int pageParameter);

    abstract Membership read(Row row, int pageSize);
}
