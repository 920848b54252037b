package io.sluice.ldap.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Everything that the configuration says about one directory.
 *
 * @param mappingFile overrides for the preset's mapping
 * @param memberPage members of a group's first page at most
 * @param duplicateGroups whether two groups of one tenant may have the same displayName
 */
public record LdapSettings(
        ConnectionSettings connection,
        Preset preset,
        SchemaMode mode,
        BaseTemplates bases,
        Optional<Path> mappingFile,
        boolean duplicateGroups,
        int memberPage,
        AuditSettings audit) {}
