package io.sluice.ldap.mapping;

import io.sluice.ldap.config.ConfigException;
import io.sluice.ldap.config.ConfigNode;
import io.sluice.ldap.config.Preset;
import io.sluice.ldap.config.SchemaMode;
import io.sluice.ldap.config.YamlConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays the common mapping, the preset of a server and the installation's own file over each other, in this order. */
public final class Mappings {

    private Mappings() {}

    /**
     * @param preset not AUTO
     * @param overrides a file whose keys are laid over the preset's; the value {@code none} removes an attribute
     * @throws ConfigException with key, reason and line
     */
    public static Mapping load(Preset preset, SchemaMode mode, Optional<Path> overrides) {
        if (preset == Preset.AD && mode == SchemaMode.OWN) {
            throw new ConfigException("ldap.mode", "Active Directory is supported in mode none only");
        }
        ConfigNode.Section merged = layers("common", mode).overlaidWith(layers(preset.name(), mode));
        return MappingReader.read(
                overrides.map(Mappings::file).map(merged::overlaidWith).orElse(merged));
    }

    private static ConfigNode.Section layers(String name, SchemaMode mode) {
        ConfigNode.Section preset = resource(name.toLowerCase(Locale.ROOT) + ".yaml");
        return layer(preset, "always").overlaidWith(layer(preset, mode.name().toLowerCase(Locale.ROOT)));
    }

    private static ConfigNode.Section layer(ConfigNode.Section preset, String name) {
        return preset.entries().get(name) instanceof ConfigNode.Section section
                ? section
                : new ConfigNode.Section(Map.of(), preset.where());
    }

    private static ConfigNode.Section resource(String name) {
        try (InputStream in = Mappings.class.getResourceAsStream("/io/sluice/ldap/preset/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The preset " + name + " is missing");
            }
            return YamlConfig.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConfigNode.Section file(Path path) {
        try {
            return YamlConfig.read(path.getFileName().toString(), Files.readString(path));
        } catch (IOException e) {
            throw new ConfigException("ldap.mapping", path + " cannot be read: " + e.getMessage());
        }
    }
}
