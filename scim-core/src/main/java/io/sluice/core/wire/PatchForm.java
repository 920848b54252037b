package io.sluice.core.wire;

import io.sluice.core.patch.PatchOperation;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.patch.PatchTarget;
import io.sluice.core.resource.Secret;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;

/** A bound patch. Values go as JSON, because that is what they are applied as. */
final class PatchForm {

    private static final int ADD = 0;
    private static final int REPLACE = 1;
    private static final int REMOVE = 2;

    private static final int WHOLE = 0;
    private static final int SELECTED = 1;

    private PatchForm() {}

    static void write(WireWriter out, PatchPlan plan) {
        out.each(plan.operations(), operation -> write(out, operation))
                .each(plan.members(), change -> MemberForm.write(out, change))
                .optional(plan.password().map(Secret::reveal), out::text);
    }

    static PatchPlan read(WireReader in, ResourceType type) {
        return new PatchPlan(
                in.each(() -> operation(in, type)),
                in.each(() -> MemberForm.read(in, type)),
                in.optional(() -> new Secret(in.text())));
    }

    private static void write(WireWriter out, PatchOperation operation) {
        switch (operation) {
            case PatchOperation.Add add -> {
                write(out.number8(ADD), add.target());
                out.json(add.value());
            }
            case PatchOperation.Replace replace -> {
                write(out.number8(REPLACE), replace.target());
                out.json(replace.value());
            }
            case PatchOperation.Remove remove -> write(out.number8(REMOVE), remove.target());
        }
    }

    private static PatchOperation operation(WireReader in, ResourceType type) {
        int kind = in.number8();
        return switch (kind) {
            case ADD -> new PatchOperation.Add(target(in, type), in.json());
            case REPLACE -> new PatchOperation.Replace(target(in, type), in.json());
            case REMOVE -> new PatchOperation.Remove(target(in, type));
            default -> throw new WireException("A patch operation of kind " + kind);
        };
    }

    private static void write(WireWriter out, PatchTarget target) {
        switch (target) {
            case PatchTarget.Whole whole -> PathForm.write(out.number8(WHOLE), whole.path());
            case PatchTarget.Selected selected -> {
                PathForm.write(out.number8(SELECTED), selected.path());
                FilterForm.write(out, selected.filter());
                out.optional(selected.subAttribute().map(Attribute::name), out::text);
            }
        }
    }

    private static PatchTarget target(WireReader in, ResourceType type) {
        int kind = in.number8();
        return switch (kind) {
            case WHOLE -> new PatchTarget.Whole(PathForm.read(in, type));
            case SELECTED -> {
                AttributePath path = PathForm.read(in, type);
                yield new PatchTarget.Selected(
                        path, FilterForm.read(in, type), in.optional(() -> PathForm.sub(path.attribute(), in.text())));
            }
            default -> throw new WireException("A patch target of kind " + kind);
        };
    }
}
