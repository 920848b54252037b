package io.sluice.ldap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.backend.Backend;
import io.sluice.core.backend.BackendProvider;
import io.sluice.ldap.config.LdapSettings;
import io.sluice.ldap.config.Preset;
import io.sluice.ldap.config.SettingsReader;
import io.sluice.ldap.mapping.Mappings;
import io.vertx.core.Vertx;
import java.time.Clock;

/** Makes backends that keep resources in an LDAP directory; docs/backends/ldap.md describes the settings. */
public final class LdapBackendProvider implements BackendProvider {

    @Override
    public String name() {
        return "ldap";
    }

    @Override
    public Backend create(Vertx vertx, ObjectNode settings) {
        return new LdapBackend(vertx, checked(settings), Clock.systemUTC());
    }

    @Override
    public void check(ObjectNode settings) {
        checked(settings);
    }

    /** A mistake in the mapping is reported before anything runs; AUTO can be tried with any preset. */
    private static LdapSettings checked(ObjectNode settings) {
        LdapSettings read = SettingsReader.read(settings);
        Preset preset = read.preset() == Preset.AUTO ? Preset.GENERIC : read.preset();
        Mappings.load(preset, read.mode(), read.mappingFile());
        return read;
    }
}
