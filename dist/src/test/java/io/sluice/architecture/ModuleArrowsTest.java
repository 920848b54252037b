package io.sluice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ModuleArrowsTest {

    @Test
    void scimCoreKnowsNoHttpNoSqlNoLdapAndNoOtherModule() {
        forbid(
                Module.SCIM_CORE,
                Module.GATEWAY.packages(),
                Module.BACKEND_POSTGRES.packages(),
                Module.BACKEND_LDAP.packages(),
                "java.sql..",
                "javax.sql..",
                "java.net.http..",
                "io.vertx.core.http..",
                "io.vertx.ext.web..",
                "io.vertx.sqlclient..",
                "io.vertx.pgclient..",
                "com.unboundid..");
    }

    @Test
    void gatewayNeverImportsABackendNorItsDriver() {
        forbid(
                Module.GATEWAY,
                Module.BACKEND_POSTGRES.packages(),
                Module.BACKEND_LDAP.packages(),
                "java.sql..",
                "javax.sql..",
                "io.vertx.sqlclient..",
                "io.vertx.pgclient..",
                "com.unboundid..");
    }

    @Test
    void postgresBackendKnowsNeitherTheGatewayNorTheOtherBackend() {
        forbid(
                Module.BACKEND_POSTGRES,
                Module.GATEWAY.packages(),
                Module.BACKEND_LDAP.packages(),
                "io.vertx.ext.web..");
    }

    @Test
    void ldapBackendKnowsNeitherTheGatewayNorTheOtherBackend() {
        forbid(
                Module.BACKEND_LDAP,
                Module.GATEWAY.packages(),
                Module.BACKEND_POSTGRES.packages(),
                "io.vertx.ext.web..");
    }

    @Test
    void whatJoinsNodesIsKnownToNobodyAndKnowsTheCoreAlone() {
        for (Module module :
                new Module[] {Module.SCIM_CORE, Module.GATEWAY, Module.BACKEND_POSTGRES, Module.BACKEND_LDAP}) {
            forbid(module, Module.CLUSTER_HAZELCAST.packages(), "com.hazelcast..", "io.vertx.spi.cluster.hazelcast..");
        }
        forbid(
                Module.CLUSTER_HAZELCAST,
                Module.GATEWAY.packages(),
                Module.BACKEND_POSTGRES.packages(),
                Module.BACKEND_LDAP.packages());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void packagesOfAModuleHaveNoCycles(Module module) {
        slices().matching(module.root() + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true) // a module of one package has no slices; Module.classes() counts its classes
                .check(module.classes());
    }

    private static void forbid(Module module, String... packages) {
        noClasses()
                .that()
                .resideInAPackage(module.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .check(module.classes());
    }
}
