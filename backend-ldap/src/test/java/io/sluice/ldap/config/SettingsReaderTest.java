package io.sluice.ldap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {

    private static final String LEAST = """
            {"servers": "ldap://127.0.0.1:1389", "users": "ou=p,ou={tenant},dc=x", "groups": "ou=g,ou={tenant},dc=x"}""";

    @Test
    void theLeastThatIsNeededHasDefaults() throws JsonProcessingException {
        LdapSettings settings = SettingsReader.read(least());

        assertThat(settings.preset()).isEqualTo(Preset.AUTO);
        assertThat(settings.mode()).isEqualTo(SchemaMode.OWN);
        assertThat(settings.connection().limits())
                .isEqualTo(new ConnectionSettings.Limits(16, 1024, 2_000, 10_000, 30_000));
        assertThat(settings.connection().bind()).isEmpty();
        assertThat(settings.audit()).isEqualTo(new AuditSettings(new AuditSettings.Sink.Gateway(), Optional.empty()));
        assertThat(settings.duplicateGroups()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server | \"ldap://x\" | ldap.server: unknown key",
                "servers | \"http://x\" | ldap.servers: 'http://x' is not of the form",
                "servers | \"ldap://directory.example:389\" | would be reached in clear text",
                "servers | [] | at least one",
                "preset | \"novell\" | ldap.preset: 'novell' is not one of auto, openldap",
                "users | \"ou=people,dc=x\" | must contain {tenant}",
                "users | \"people\" | is not a DN",
                "bindDn | \"cn=a\" | needs bindPasswordFile or bindPassword",
                "mapping | \"/no/such/file\" | ldap.mapping: there is no readable file",
                "limits | {\"connections\": 0} | ldap.limits.connections: a whole number from 1 to 1000",
                "audit | {\"sink\": \"file\"} | the key 'directory' is missing"
            })
    void aMistakeIsReportedWithKeyAndReason(String key, String value, String complaint) throws JsonProcessingException {
        ObjectNode settings = least();
        settings.set(key, new ObjectMapper().readTree(value));

        assertThatThrownBy(() -> SettingsReader.read(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    private static ObjectNode least() throws JsonProcessingException {
        return (ObjectNode) new ObjectMapper().readTree(LEAST);
    }
}
