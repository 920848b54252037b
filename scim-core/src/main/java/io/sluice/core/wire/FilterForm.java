package io.sluice.core.wire;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.ResourceType;

/** A bound filter. */
final class FilterForm {

    private static final int AND = 0;
    private static final int OR = 1;
    private static final int NOT = 2;
    private static final int COMPARISON = 3;
    private static final int PRESENT = 4;
    private static final int ELEMENTS = 5;
    private static final int CONSTANT = 6;

    /** More than any filter that a gateway lets through has. */
    private static final int DEEPEST = 512;

    private FilterForm() {}

    static void write(WireWriter out, Filter filter) {
        switch (filter) {
            case Filter.And and -> out.number8(AND).each(and.terms(), term -> write(out, term));
            case Filter.Or or -> out.number8(OR).each(or.terms(), term -> write(out, term));
            case Filter.Not not -> write(out.number8(NOT), not.term());
            case Filter.Comparison comparison -> {
                PathForm.write(out.number8(COMPARISON), comparison.path());
                out.text(comparison.operator().keyword());
                LiteralForm.write(out, comparison.literal());
            }
            case Filter.Present present -> PathForm.write(out.number8(PRESENT), present.path());
            case Filter.Elements elements -> {
                PathForm.write(out.number8(ELEMENTS), elements.path());
                write(out, elements.filter());
            }
            case Filter.Constant constant -> out.number8(CONSTANT).flag(constant.value());
        }
    }

    static Filter read(WireReader in, ResourceType type) {
        return read(in, type, DEEPEST);
    }

    private static Filter read(WireReader in, ResourceType type, int depth) {
        if (depth == 0) {
            throw new WireException("A filter is nested too deeply");
        }
        int kind = in.number8();
        return switch (kind) {
            case AND -> new Filter.And(in.each(() -> read(in, type, depth - 1)));
            case OR -> new Filter.Or(in.each(() -> read(in, type, depth - 1)));
            case NOT -> new Filter.Not(read(in, type, depth - 1));
            case COMPARISON -> new Filter.Comparison(PathForm.read(in, type), operator(in), LiteralForm.read(in));
            case PRESENT -> new Filter.Present(PathForm.read(in, type));
            case ELEMENTS -> new Filter.Elements(PathForm.read(in, type), read(in, type, depth - 1));
            case CONSTANT -> new Filter.Constant(in.flag());
            default -> throw new WireException("A filter of kind " + kind);
        };
    }

    private static Operator operator(WireReader in) {
        String keyword = in.text();
        return Operator.of(keyword).orElseThrow(() -> new WireException("The operator " + keyword + " is not known"));
    }
}
