package io.sluice.gateway.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import org.junit.jupiter.api.Test;

final class BulkBudgetTest {

    private final BulkBudget budget = new BulkBudget(100);

    @Test
    void oneRequestMayAlwaysGoHoweverLarge() {
        assertThatCode(() -> budget.take(1_000)).doesNotThrowAnyException();
    }

    @Test
    void furtherOnesMayGoWhileThereIsRoom() {
        budget.take(60);
        budget.take(40);
        assertThatThrownBy(() -> budget.take(1)).isInstanceOfSatisfying(ScimException.class, refused -> {
            assertThat(refused.error().kind()).isEqualTo(ErrorKind.UNAVAILABLE);
            assertThat(refused.error().retryAfter()).isPresent();
        });
    }

    @Test
    void whatIsGivenBackIsRoomAgain() {
        budget.take(60);
        assertThatThrownBy(() -> budget.take(60)).isInstanceOf(ScimException.class);
        budget.giveBack(60);
        assertThatCode(() -> budget.take(60)).doesNotThrowAnyException();
    }
}
