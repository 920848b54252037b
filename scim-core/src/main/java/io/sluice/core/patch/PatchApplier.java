package io.sluice.core.patch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.ImmutableRule;
import io.sluice.core.resource.RequiredRule;
import io.sluice.core.resource.Schemas;
import io.sluice.core.schema.ResourceType;
import java.util.List;
import java.util.Optional;

/**
 * Applies the operations of a PATCH to a document (RFC 7644 section 3.5.2): a pure function, all operations or none.
 *
 * <p>Choices where the RFC leaves room:
 *
 * <ul>
 *   <li>{@code add} to a filter that selects nothing makes the element that the filter describes, if it consists of {@code eq}
 *       terms joined by {@code and}; {@code replace} does so for {@code type} and {@code primary} only. Otherwise NO_TARGET.
 *   <li>{@code remove} of what is not there is no error.
 *   <li>{@code replace} of a selected element replaces it as a whole; what the filter asks for by {@code eq} stays unless the
 *       new value says otherwise, so that the element remains the one that was selected.
 *   <li>An added element with the {@code value} and {@code type} of one that exists is merged into it.
 * </ul>
 */
public final class PatchApplier {

    private PatchApplier() {}

    /**
     * @param current the stored document; never modified
     * @return a new document; equal to {@code current} when nothing changed
     * @throws ScimException NO_TARGET, MUTABILITY for immutable and required attributes, INVALID_VALUE for two primary values
     *     and for an attribute that would grow beyond 10,000 values
     */
    public static ObjectNode apply(ObjectNode current, List<PatchOperation> operations, ResourceType type) {
        ObjectNode document = current.deepCopy();
        for (PatchOperation operation : operations) {
            switch (operation.target()) {
                case PatchTarget.Whole whole -> AttributeEdit.apply(operation, whole.path(), document);
                case PatchTarget.Selected selected -> SelectionEdit.apply(operation, selected, document);
            }
            NormalForm.restore(document);
        }
        ObjectNode patched = Schemas.complete(document, type);
        ImmutableRule.check(current, patched, type);
        GrowthRule.check(current, patched);
        checkRequired(current, patched, type);
        return patched;
    }

    private static void checkRequired(ObjectNode current, ObjectNode patched, ResourceType type) {
        Optional<String> missing = RequiredRule.firstMissing(patched, type);
        if (missing.isPresent() && !missing.equals(RequiredRule.firstMissing(current, type))) {
            throw ScimException.of(ErrorKind.MUTABILITY, missing.get() + " is required and cannot be removed");
        }
    }
}
