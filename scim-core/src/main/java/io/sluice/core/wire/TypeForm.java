package io.sluice.core.wire;

import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.Keyword;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Returned;
import io.sluice.core.schema.Schema;
import io.sluice.core.schema.Uniqueness;
import io.vertx.core.buffer.Buffer;
import java.util.List;

/** The whole definition of a resource type, as its tenant has it: custom attributes and update policy included. */
final class TypeForm {

    private TypeForm() {}

    static byte[] write(ResourceType type) {
        WireWriter out = new WireWriter();
        out.text(type.name()).text(type.endpoint()).text(type.description());
        schema(out, type.core());
        out.each(type.extensions(), extension -> {
            schema(out, extension.schema());
            out.flag(extension.required());
        });
        out.each(type.common(), attribute -> attribute(out, attribute));
        return out.buffer().getBytes();
    }

    static ResourceType read(byte[] definition) {
        WireReader in = new WireReader(Buffer.buffer(definition));
        ResourceType type = new ResourceType(
                in.text(),
                in.text(),
                in.text(),
                schema(in),
                in.each(() -> new ResourceType.Extension(schema(in), in.flag())),
                in.each(() -> attribute(in)));
        in.end();
        return type;
    }

    private static void schema(WireWriter out, Schema schema) {
        out.text(schema.id()).text(schema.name()).text(schema.description());
        out.each(schema.attributes(), attribute -> attribute(out, attribute));
    }

    private static Schema schema(WireReader in) {
        return new Schema(in.text(), in.text(), in.text(), in.each(() -> attribute(in)));
    }

    private static void attribute(WireWriter out, Attribute attribute) {
        out.text(attribute.name())
                .text(attribute.type().text())
                .flag(attribute.multiValued())
                .text(attribute.description())
                .flag(attribute.required())
                .each(attribute.canonicalValues(), out::text)
                .flag(attribute.caseExact())
                .text(attribute.mutability().text())
                .text(attribute.returned().text())
                .text(attribute.uniqueness().text())
                .each(attribute.referenceTypes(), out::text)
                .each(attribute.subAttributes(), sub -> attribute(out, sub));
    }

    private static Attribute attribute(WireReader in) {
        return new Attribute(
                in.text(),
                word(in, AttributeType.values()),
                in.flag(),
                in.text(),
                in.flag(),
                in.each(in::text),
                in.flag(),
                word(in, Mutability.values()),
                word(in, Returned.values()),
                word(in, Uniqueness.values()),
                in.each(in::text),
                subAttributes(in));
    }

    private static List<Attribute> subAttributes(WireReader in) {
        return in.each(() -> attribute(in));
    }

    private static <K extends Keyword> K word(WireReader in, K[] values) {
        String text = in.text();
        return Keyword.find(values, text).orElseThrow(() -> new WireException("The word " + text + " is not known"));
    }
}
