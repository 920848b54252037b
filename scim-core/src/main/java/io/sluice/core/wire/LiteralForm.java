package io.sluice.core.wire;

import io.sluice.core.filter.Literal;
import java.math.BigDecimal;
import java.math.BigInteger;

/** The value of a comparison. */
final class LiteralForm {

    private static final int TEXT = 0;
    private static final int NUMERIC = 1;
    private static final int BOOL = 2;
    private static final int TIME = 3;

    private LiteralForm() {}

    static void write(WireWriter out, Literal literal) {
        switch (literal) {
            case Literal.Text text -> out.number8(TEXT).text(text.exact()).text(text.normal());
            case Literal.Numeric numeric -> number(out.number8(NUMERIC), numeric.value());
            case Literal.Bool bool -> out.number8(BOOL).flag(bool.value());
            case Literal.Time time -> out.number8(TIME).instant(time.value());
        }
    }

    static Literal read(WireReader in) {
        int kind = in.number8();
        return switch (kind) {
            case TEXT -> new Literal.Text(in.text(), in.text());
            case NUMERIC -> new Literal.Numeric(new BigDecimal(new BigInteger(in.bytes()), (int) in.number()));
            case BOOL -> new Literal.Bool(in.flag());
            case TIME -> new Literal.Time(in.instant());
            default -> throw new WireException("A literal of kind " + kind);
        };
    }

    private static void number(WireWriter out, BigDecimal value) {
        out.bytes(value.unscaledValue().toByteArray()).number(value.scale());
    }
}
