package io.sluice.gateway.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the manifest of its jar. */
final class BuildVersion implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }

    static String text() {
        var version = Optional.ofNullable(BuildVersion.class.getPackage().getImplementationVersion())
                .orElse("development build");
        return "Sluice " + version + " (Java " + Runtime.version() + ")";
    }
}
