package io.sluice.core.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import java.math.BigDecimal;

/** Makes numbers of the same kinds of node as the parser makes, so that equal numbers are equal nodes. */
public final class NumberNodes {

    private static final int DIGITS_OF_INT = 9;
    private static final int DIGITS_OF_LONG = 18;

    private NumberNodes() {}

    public static NumericNode of(BigDecimal number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (number.scale() != 0 || number.precision() > DIGITS_OF_LONG) {
            return (NumericNode) json.numberNode(number);
        }
        return number.precision() <= DIGITS_OF_INT
                ? json.numberNode(number.intValue())
                : json.numberNode(number.longValue());
    }
}
