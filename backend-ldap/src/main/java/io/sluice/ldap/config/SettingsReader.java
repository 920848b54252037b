package io.sluice.ldap.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.resource.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads and checks the settings of the LDAP backend. */
public final class SettingsReader {

    private static final String KEY = "ldap";
    private static final int DEFAULT_CONNECTIONS = 16;
    private static final int DEFAULT_MEMBER_PAGE = 1_000;
    private static final int DEFAULT_REQUESTS = 1024;
    private static final int DEFAULT_AUDIT_MEGABYTES = 64;

    private SettingsReader() {}

    /**
     * @throws ConfigException with key and reason when something is wrong
     */
    public static LdapSettings read(ObjectNode settings) {
        SectionReader root = SectionReader.of(JsonConfig.read(KEY, settings));
        LdapSettings read = new LdapSettings(
                connection(root),
                root.choice("preset", Preset.class, Preset.AUTO),
                root.choice("mode", SchemaMode.class, SchemaMode.OWN),
                bases(root),
                root.node("mapping").map(SettingsReader::existingFile),
                root.choice("duplicateGroups", Duplicates.class, Duplicates.ALLOW) == Duplicates.ALLOW,
                root.number("memberPage", DEFAULT_MEMBER_PAGE, 1, 1_000_000),
                audit(root.section("audit")));
        root.refuseUnknown();
        return read;
    }

    private enum Duplicates {
        ALLOW,
        REJECT
    }

    private enum TlsMode {
        NONE,
        LDAPS,
        STARTTLS
    }

    private enum Sink {
        GATEWAY,
        FILE,
        LDAP
    }

    private static ConnectionSettings connection(SectionReader root) {
        ConfigNode servers = root.node("servers")
                .orElseThrow(() -> new ConfigException(KEY + ".servers", "at least one ldap:// or ldaps:// URL"));
        List<Endpoint> endpoints = servers instanceof ConfigNode.Items items
                ? items.items().stream().map(Endpoint::parse).toList()
                : List.of(Endpoint.parse(servers));
        if (endpoints.isEmpty()) {
            throw new ConfigException(servers.where(), "at least one ldap:// or ldaps:// URL");
        }
        TlsSettings tls = tls(root.section("tls"), endpoints, servers);
        return new ConnectionSettings(endpoints, bind(root), tls, limits(root.section("limits")));
    }

    private static TlsSettings tls(Optional<SectionReader> section, List<Endpoint> endpoints, ConfigNode servers) {
        TlsMode fallback = endpoints.stream().allMatch(Endpoint::ldaps) ? TlsMode.LDAPS : TlsMode.NONE;
        TlsMode mode =
                section.map(tls -> tls.choice("mode", TlsMode.class, fallback)).orElse(fallback);
        Optional<Path> trust = section.flatMap(tls -> tls.node("trust")).map(SettingsReader::existingFile);
        section.ifPresent(SectionReader::refuseUnknown);
        for (Endpoint endpoint : endpoints) {
            if (endpoint.ldaps() != (mode == TlsMode.LDAPS)) {
                throw new ConfigException(
                        servers.where(), "all servers must be ldaps:// exactly when tls.mode is ldaps");
            }
            if (mode == TlsMode.NONE && !endpoint.isLoopback()) {
                throw new ConfigException(
                        servers.where(),
                        endpoint.host() + " would be reached in clear text: use ldaps:// or tls.mode starttls");
            }
        }
        return new TlsSettings(mode == TlsMode.STARTTLS, trust);
    }

    private static Optional<ConnectionSettings.Bind> bind(SectionReader root) {
        Optional<String> dn = root.text("bindDn");
        Optional<String> password = root.text("bindPassword");
        Optional<String> fromFile = root.node("bindPasswordFile").map(SettingsReader::secretIn);
        if (dn.isEmpty()) {
            return Optional.empty();
        }
        Secret secret = fromFile.or(() -> password)
                .map(Secret::new)
                .orElseThrow(
                        () -> new ConfigException(KEY + ".bindDn", "needs bindPasswordFile or bindPassword beside it"));
        return Optional.of(new ConnectionSettings.Bind(dn.get(), secret));
    }

    private static ConnectionSettings.Limits limits(Optional<SectionReader> section) {
        SectionReader limits =
                section.orElseGet(() -> SectionReader.of(new ConfigNode.Section(java.util.Map.of(), KEY)));
        ConnectionSettings.Limits read = new ConnectionSettings.Limits(
                limits.number("connections", DEFAULT_CONNECTIONS, 1, 1_000),
                limits.number("requests", DEFAULT_REQUESTS, 1, 100_000),
                limits.number("connectTimeoutMillis", 2_000, 10, 60_000),
                limits.number("responseTimeoutMillis", 10_000, 10, 600_000),
                limits.number("failbackMillis", 30_000, 10, 3_600_000));
        limits.refuseUnknown();
        return read;
    }

    private static BaseTemplates bases(SectionReader root) {
        String users = base(root, "users");
        String groups = base(root, "groups");
        String tenant = root.text("tenant").orElse("");
        boolean placeholders = users.contains(BaseTemplates.PLACEHOLDER) && groups.contains(BaseTemplates.PLACEHOLDER);
        if (!placeholders && tenant.isEmpty()) {
            throw new ConfigException(
                    KEY + ".users",
                    "users and groups must contain {tenant}, or the key 'tenant' must name the only tenant they serve");
        }
        return new BaseTemplates(users, groups, tenant);
    }

    private static String base(SectionReader root, String key) {
        String base = root.requiredText(key);
        BaseTemplates.check(base, root.node(key).orElseThrow());
        return base;
    }

    private static AuditSettings audit(Optional<SectionReader> section) {
        if (section.isEmpty()) {
            return new AuditSettings(new AuditSettings.Sink.Gateway(), Optional.empty());
        }
        SectionReader audit = section.get();
        AuditSettings.Sink sink = switch (audit.choice("sink", Sink.class, Sink.GATEWAY)) {
            case GATEWAY -> new AuditSettings.Sink.Gateway();
            case FILE ->
                new AuditSettings.Sink.Files(
                        Path.of(audit.requiredText("directory")),
                        1_048_576L * audit.number("maxMegabytes", DEFAULT_AUDIT_MEGABYTES, 1, 10_000));
            case LDAP -> new AuditSettings.Sink.Entries(base(audit, "base"));
        };
        Optional<Path> journal = audit.text("journal").map(Path::of);
        audit.refuseUnknown();
        return new AuditSettings(sink, journal);
    }

    private static Path existingFile(ConfigNode node) {
        Path file = Path.of(SectionReader.scalar(node));
        if (!Files.isReadable(file)) {
            throw new ConfigException(node.where(), "there is no readable file " + file);
        }
        return file;
    }

    private static String secretIn(ConfigNode node) {
        try {
            return Files.readString(existingFile(node)).strip();
        } catch (IOException e) {
            throw new ConfigException(node.where(), "the file cannot be read: " + e.getMessage());
        }
    }
}
