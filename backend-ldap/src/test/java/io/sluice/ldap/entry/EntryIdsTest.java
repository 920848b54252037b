package io.sluice.ldap.entry;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import io.sluice.ldap.mapping.IdForm;
import io.sluice.ldap.mapping.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EntryIdsTest {

    private static final String UUID = "00112233-4455-6677-8899-aabbccddeeff";

    @Test
    void aGuidIsShownAsWindowsShowsIt() throws LDAPException {
        byte[] guid = {0x33, 0x22, 0x11, 0, 0x55, 0x44, 0x77, 0x66, -0x78, -0x67, -0x56, -0x45, -0x34, -0x23, -0x12, -1
        };
        Entry entry = new Entry("cn=a");
        entry.addAttribute("objectGUID", guid);
        Mapping.Id id = new Mapping.Id("objectGUID", IdForm.GUID);

        assertThat(EntryIds.id(entry, id)).contains(UUID);
        assertThat(EntryIds.filter(UUID, id).orElseThrow().matchesEntry(entry)).isTrue();
    }

    @Test
    void anNsUniqueIdIsShownAsAUuid() throws LDAPException {
        Entry entry = new Entry("cn=a");
        entry.addAttribute("nsUniqueId", "00112233-44556677-8899aabb-ccddeeff");
        Mapping.Id id = new Mapping.Id("nsUniqueId", IdForm.NSUNIQUEID);

        assertThat(EntryIds.id(entry, id)).contains(UUID);
        assertThat(EntryIds.filter(UUID, id).orElseThrow().matchesEntry(entry)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "*", "00112233-4455-6677-8899-aabbccddeef*", "x0112233-4455-6677-8899-aabbccddeeff"})
    void whatIsNoUuidSelectsNothing(String text) {
        assertThat(EntryIds.filter(text, new Mapping.Id("entryUUID", IdForm.TEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"member;range=0-1499, range=1500-*", "member;range=1500-*,", "member,"})
    void theNextRangeOfMembersFollowsTheLast(String name, String next) {
        assertThat(MemberLists.nextRange(name)).isEqualTo(java.util.Optional.ofNullable(next));
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, true",
        "Jürgen, true",
        "лев, true",
        "日本, true",
        "straße, false",
        "a  b, false",
        "' a', false",
        "ﬁ, false",
        "ς, false",
        "'', false"
    })
    void onlyWhatEveryDirectoryComparesAsScimDoesIsPlain(String text, boolean plain) {
        assertThat(Exactness.isPlain(text)).isEqualTo(plain);
    }
}
