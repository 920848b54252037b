package io.sluice.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void readsTheEffectiveCapabilities() {
        assertThat(Identity.effectiveCapabilities(List.of("Name:\tjava", "CapEff:\t00000000a80425fb")))
                .isEqualTo(0xa80425fbL);
    }

    @Test
    void passesTheNarrowestCapabilityOn() {
        assertThat(new Identity(0, 0x1FFL).searchCapability()).isEqualTo("dac_read_search");
    }

    @Test
    void passesTheOneOfAContainerOn() {
        assertThat(new Identity(0, 0xa80425fbL).searchCapability()).isEqualTo("dac_override");
    }

    @Test
    void hasNothingToPassOnWithoutTheRightTo() {
        assertThat(new Identity(0, 0x6L).searchCapability()).isEmpty();
    }
}
