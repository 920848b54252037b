package io.sluice.load.drive;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

final class SettlingTest {

    private static final Settling TWO_WITHIN_A_TENTH = new Settling(2, 0.1, 8);

    private int asked;

    @Test
    void endsWithTheSecondOfTwoRoundsThatAgree() {
        assertThat(rounds(TWO_WITHIN_A_TENTH, 10, 50, 80, 95, 100)).isEqualTo(5);
    }

    @Test
    void roundsThatAgreeBackwardsAgree() {
        assertThat(rounds(TWO_WITHIN_A_TENTH, 50, 100, 95)).isEqualTo(3);
    }

    @Test
    void whatNeverAgreesIsTakenAsItIsAfterTheMostRounds() {
        assertThat(rounds(TWO_WITHIN_A_TENTH, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1)).isEqualTo(8);
    }

    @Test
    void asManyAsAreSaidHaveToAgree() {
        assertThat(rounds(new Settling(3, 0.1, 8), 95, 100, 50, 98, 99, 100)).isEqualTo(6);
    }

    @Test
    void aRoundThatFailsEndsIt() {
        Future<Integer> failed = TWO_WITHIN_A_TENTH.run(() -> {
            asked++;
            return Future.failedFuture("status 500");
        });

        assertThat(failed.cause()).hasMessage("status 500");
        assertThat(asked).isOne();
    }

    /** How many rounds were asked for, which is what it says, too. */
    private int rounds(Settling settling, double... rates) {
        int said = settling.run(() -> Future.succeededFuture(rates[asked++])).result();
        assertThat(said).isEqualTo(asked);
        return said;
    }
}
