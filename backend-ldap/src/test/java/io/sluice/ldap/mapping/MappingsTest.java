package io.sluice.ldap.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.schema.Schema;
import io.sluice.ldap.config.ConfigException;
import io.sluice.ldap.config.Preset;
import io.sluice.ldap.config.SchemaMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MappingsTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "OPENLDAP, OWN, entryCSN",
        "OPENLDAP, NONE, entryCSN",
        "DS389, OWN, scimVersion",
        "DS389, NONE, modifyTimestamp",
        "GENERIC, OWN, scimVersion",
        "GENERIC, NONE, modifyTimestamp",
        "AD, NONE, uSNChanged"
    })
    void everyPresetIsComplete(Preset preset, SchemaMode mode, String version) {
        Mapping mapping = Mappings.load(preset, mode, Optional.empty());

        assertThat(mapping.version()).isEqualTo(version);
        assertThat(mapping.users().attributes()).isNotEmpty();
    }

    @Test
    void activeDirectoryHasNoModeOwn() {
        assertThatThrownBy(() -> Mappings.load(Preset.AD, SchemaMode.OWN, Optional.empty()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("ldap.mode");
    }

    @Test
    void aFileIsLaidOverThePreset() throws IOException {
        Mapping mapping = Mappings.load(Preset.GENERIC, SchemaMode.OWN, file("""
                users:
                  rdn: mail
                  attributes:
                    title: none
                    nickName: { ldap: description }
                """));

        assertThat(mapping.users().rdn()).isEqualTo("mail");
        assertThat(mapping.users().attributes())
                .extracting(attribute -> attribute.path().key())
                .contains("nickname", "displayname")
                .doesNotContain("title");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "users:\\n  attributes:\\n    title: {ldpa: title} | users.attributes.title.ldpa (m.yaml line 3): unknown key; known here are",
                "users:\\n  attributes:\\n    title: {ldap: a, values: b} | users.attributes.title (m.yaml line 3): exactly one of",
                "users:\\n  attributes:\\n    active: {ldap: a, form: maybe} | users.attributes.active.form (m.yaml line 3): 'maybe' is not one of",
                "users:\\n  filter: '(uid=' | is not an LDAP filter",
                "users: 7 | users (m.yaml line 1): keys with values are expected here",
                "onUnmapped: x\\nonUnmapped: y | this key is written twice",
                "a: [ | this is not YAML"
            })
    void aMistakeIsReportedWithKeyReasonAndLine(String yaml, String complaint) {
        assertThatThrownBy(() -> Mappings.load(Preset.GENERIC, SchemaMode.OWN, file(yaml.replace("\\n", "\n"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void aServerWithoutOurSchemaIsSaidToNeedIt() throws Exception {
        Mapping mapping = Mappings.load(Preset.GENERIC, SchemaMode.OWN, Optional.empty());

        assertThat(SchemaCheck.complaints(mapping, SchemaMode.OWN, Schema.getDefaultStandardSchema()))
                .singleElement()
                .asString()
                .contains("sluice-olc.ldif", "ldap.mode: none");
    }

    @Test
    void whatTheServerDoesNotKnowIsNamed() throws Exception {
        Mapping mapping = Mappings.load(Preset.GENERIC, SchemaMode.NONE, file("""
                users:
                  objectClasses: [acmePerson]
                  attributes:
                    nickName: { ldap: acmeNick }
                """));

        assertThat(SchemaCheck.complaints(mapping, SchemaMode.NONE, Schema.getDefaultStandardSchema()))
                .anySatisfy(complaint -> assertThat(complaint).contains("users.objectClasses", "acmePerson"))
                .anySatisfy(complaint -> assertThat(complaint).contains("users.attributes.nickname", "acmeNick"));
    }

    private Optional<Path> file(String yaml) throws IOException {
        return Optional.of(Files.writeString(directory.resolve("m.yaml"), yaml));
    }
}
