package io.sluice.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The modules of the distribution, by the root of their packages. */
enum Module {
    SCIM_CORE("io.sluice.core"),
    GATEWAY("io.sluice.gateway"),
    BACKEND_POSTGRES("io.sluice.postgres"),
    BACKEND_LDAP("io.sluice.ldap"),
    CLUSTER_HAZELCAST("io.sluice.hazelcast");

    private final String root;
    private final JavaClasses classes;

    Module(String root) {
        this.root = root;
        this.classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("-tests.jar"))
                .importPackages(root);
    }

    String root() {
        return root;
    }

    String packages() {
        return root + "..";
    }

    /** The main classes of this module; a rule that sees none proves nothing, so none is a failure. */
    JavaClasses classes() {
        assertThat(classes).as("classes of %s", this).isNotEmpty();
        return classes;
    }
}
