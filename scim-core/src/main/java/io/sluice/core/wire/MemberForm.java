package io.sluice.core.wire;

import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.Set;

/** Members of a group, and changes to them. */
final class MemberForm {

    private static final int ADD = 0;
    private static final int REMOVE = 1;
    private static final int REMOVE_MATCHING = 2;
    private static final int REPLACE_ALL = 3;

    private MemberForm() {}

    static void writeAll(WireWriter out, List<Member> members) {
        out.each(
                members,
                member -> out.text(member.value())
                        .optional(member.type(), out::text)
                        .optional(member.display(), out::text));
    }

    static List<Member> readAll(WireReader in) {
        return in.each(() -> new Member(in.text(), in.optional(in::text), in.optional(in::text)));
    }

    static void write(WireWriter out, MemberChange change) {
        switch (change) {
            case MemberChange.Add add -> writeAll(out.number8(ADD), add.members());
            case MemberChange.Remove remove -> out.number8(REMOVE).each(remove.ids(), out::text);
            case MemberChange.RemoveMatching matching ->
                FilterForm.write(out.number8(REMOVE_MATCHING), matching.filter());
            case MemberChange.ReplaceAll all -> writeAll(out.number8(REPLACE_ALL), all.members());
        }
    }

    static MemberChange read(WireReader in, ResourceType type) {
        int kind = in.number8();
        return switch (kind) {
            case ADD -> new MemberChange.Add(readAll(in));
            case REMOVE -> new MemberChange.Remove(Set.copyOf(in.each(in::text)));
            case REMOVE_MATCHING -> new MemberChange.RemoveMatching(FilterForm.read(in, type));
            case REPLACE_ALL -> new MemberChange.ReplaceAll(readAll(in));
            default -> throw new WireException("A change of members of kind " + kind);
        };
    }
}
