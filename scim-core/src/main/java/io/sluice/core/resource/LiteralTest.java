package io.sluice.core.resource;

import com.fasterxml.jackson.databind.JsonNode;
import io.sluice.core.filter.ComparisonForm;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.Attribute;
import java.util.Optional;
import java.util.function.Predicate;

/** Whether one value stands to a literal as the operator says; for NE whether they are equal, which the caller negates. */
record LiteralTest(Attribute definition, Operator operator, Literal literal) implements Predicate<JsonNode> {

    @Override
    public boolean test(JsonNode value) {
        Optional<ComparisonForm> form = ComparisonForm.of(definition, value);
        return form.isPresent() && holds(form.get());
    }

    private boolean holds(ComparisonForm left) {
        ComparisonForm right = form();
        return switch (operator) {
            case EQ, NE -> left.compareTo(right) == 0;
            case GT -> left.compareTo(right) > 0;
            case GE -> left.compareTo(right) >= 0;
            case LT -> left.compareTo(right) < 0;
            case LE -> left.compareTo(right) <= 0;
            case CO -> text(left).contains(text(right));
            case SW -> text(left).startsWith(text(right));
            case EW -> text(left).endsWith(text(right));
        };
    }

    private ComparisonForm form() {
        return switch (literal) {
            case Literal.Text text -> new ComparisonForm.Text(text.normal());
            case Literal.Numeric numeric -> new ComparisonForm.Numeric(numeric.value());
            case Literal.Bool bool -> new ComparisonForm.Bool(bool.value());
            case Literal.Time time -> new ComparisonForm.Time(time.value());
        };
    }

    private static String text(ComparisonForm form) {
        if (form instanceof ComparisonForm.Text text) {
            return text.value();
        }
        throw new IllegalStateException("the binder lets no substring operator through for " + form);
    }
}
