package io.sluice.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, postgres-linux-x86_64.txz",
        "Linux, aarch64, postgres-linux-arm_64.txz",
        "Mac OS X, x86_64, postgres-darwin-x86_64.txz",
        "Mac OS X, aarch64, postgres-darwin-arm_64.txz",
        "Windows 11, amd64, postgres-windows-x86_64.txz",
        "Windows 11, aarch64, postgres-windows-x86_64.txz"
    })
    void namesTheArchiveAsItIsPublished(String os, String arch, String archive) {
        assertThat(Platform.of(os, arch, false).resource()).isEqualTo(archive);
    }

    @Test
    void hasTheArchiveOfThisPlatformOnTheClassPath() {
        assertThat(getClass().getClassLoader().getResource(Platform.current().resource()))
                .isNotNull();
    }

    @Test
    void saysWhatToDoWhereThereAreNoBinaries() {
        assertThatThrownBy(() -> Platform.of("Solaris", "amd64", false)).hasMessageContaining("SLUICE_POSTGRES_URI");
        assertThatThrownBy(() -> Platform.of("Linux", "riscv64", false)).hasMessageContaining("riscv64");
        assertThatThrownBy(() -> Platform.of("Linux", "amd64", true)).hasMessageContaining("Alpine");
    }
}
