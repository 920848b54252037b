package io.sluice.ldap.write;

import io.sluice.core.backend.BackendRequest;
import io.sluice.core.backend.Precondition;
import io.sluice.core.resource.Member;
import io.sluice.core.resource.MemberChange;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A PATCH that only adds members and removes members by id: it is done without reading the group, together with others.
 *
 * @param wanted what is to become of each id: true to be a member, false not to be
 */
record MemberPatch(BackendRequest.Patch request, Map<String, Boolean> wanted) {

    static boolean fits(BackendRequest.Patch patch) {
        return patch.type().isGroup()
                && patch.plan().operations().isEmpty()
                && patch.plan().password().isEmpty()
                && !patch.plan().members().isEmpty()
                && patch.precondition() instanceof Precondition.None
                && patch.plan().members().stream()
                        .allMatch(
                                change -> change instanceof MemberChange.Add || change instanceof MemberChange.Remove);
    }

    static MemberPatch of(BackendRequest.Patch patch) {
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        for (MemberChange change : patch.plan().members()) {
            if (change instanceof MemberChange.Add add) {
                add.members().forEach(member -> wanted.put(member.value(), true));
            } else if (change instanceof MemberChange.Remove remove) {
                remove.ids().forEach(id -> wanted.put(id, false));
            }
        }
        return new MemberPatch(patch, wanted);
    }

    /** What was sent as the display of those who are to be members. */
    Map<String, Member> sent() {
        Map<String, Member> sent = new LinkedHashMap<>();
        for (MemberChange change : request.plan().members()) {
            if (change instanceof MemberChange.Add add) {
                add.members().forEach(member -> sent.putIfAbsent(member.value(), member));
            }
        }
        return sent;
    }

    /** Everybody who has to exist, also those who are removed again by the same request. */
    Set<String> added() {
        return request.plan().members().stream()
                .filter(MemberChange.Add.class::isInstance)
                .flatMap(change -> ((MemberChange.Add) change).members().stream())
                .map(Member::value)
                .collect(Collectors.toSet());
    }
}
