package io.sluice.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaModifier;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HouseRulesTest {

    @ParameterizedTest
    @EnumSource(Module.class)
    void everyPackageIsNullMarkedSoThatNullAwayReadsIt(Module module) {
        var packages =
                module.classes().stream().map(c -> c.getPackage()).distinct().toList();
        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(p -> assertThat(p.isAnnotatedWith(NullMarked.class))
                        .as("package-info.java of %s with @NullMarked", p.getName())
                        .isTrue());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void nothingIsStaticAndMutable(Module module) {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal()
                .allowEmptyShould(true) // a module may have no static field at all
                .check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void namesSayWhatAClassIs(Module module) {
        noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl)").check(module.classes());
    }

    @ParameterizedTest
    @EnumSource(Module.class)
    void onlyTheCommandLineWritesToTheStandardStreams(Module module) {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.sluice.gateway.cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .check(module.classes());
    }
}
