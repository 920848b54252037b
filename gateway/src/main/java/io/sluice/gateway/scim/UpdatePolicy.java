package io.sluice.gateway.scim;

import io.sluice.core.control.Tenant;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.patch.PatchOperation;
import io.sluice.core.patch.PatchPlan;
import io.sluice.core.patch.PatchTarget;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.Mutability;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.Schema;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.core.schema.Spelling;
import java.util.List;
import java.util.Optional;

/**
 * What a tenant lets its identity providers change about a user once it is there. Everything else becomes immutable in the
 * tenant's own schemas: discovery shows it, and every backend holds to it in the write itself.
 */
final class UpdatePolicy {

    private static final String USER_NAME = "userName";

    private final Optional<List<String>> updatable;
    private final boolean userNameMutable;

    private UpdatePolicy(Optional<List<String>> updatable, boolean userNameMutable) {
        this.updatable = updatable;
        this.userNameMutable = userNameMutable;
    }

    static UpdatePolicy of(Tenant tenant) {
        return new UpdatePolicy(tenant.updatableAttributes(), tenant.userNameMutable());
    }

    /** The schemas in which what must not change is immutable. */
    SchemaRegistry applyTo(SchemaRegistry registry) {
        Optional<ResourceType> user = registry.resourceType(ResourceType.USER);
        return user.isEmpty() || isFree() ? registry : registry.replacing(restricted(user.get()));
    }

    /**
     * A PATCH must not even give a value to an attribute that has none. A userName always has one, and may be sent unchanged.
     *
     * @throws ScimException MUTABILITY
     */
    static void check(Tenant tenant, ResourceType type, PatchPlan plan) {
        if (tenant.updatableAttributes().isEmpty() || !type.isUser()) {
            return;
        }
        for (PatchOperation operation : plan.operations()) {
            AttributePath path = path(operation.target());
            if (path.attribute().mutability() == Mutability.IMMUTABLE
                    && !path.attribute().name().equals(USER_NAME)) {
                throw ScimException.of(
                        ErrorKind.MUTABILITY,
                        path.text()
                                + " is not among the attributes that this tenant lets an identity provider update.");
            }
        }
    }

    private boolean isFree() {
        return updatable.isEmpty() && userNameMutable;
    }

    private ResourceType restricted(ResourceType user) {
        Place core = new Place(user.core().id(), true);
        return new ResourceType(
                user.name(),
                user.endpoint(),
                user.description(),
                restricted(user.core(), core),
                user.extensions().stream()
                        .map(extension -> new ResourceType.Extension(
                                restricted(
                                        extension.schema(),
                                        new Place(extension.schema().id(), false)),
                                extension.required()))
                        .toList(),
                user.common().stream()
                        .map(attribute -> restricted(attribute, core))
                        .toList());
    }

    private Schema restricted(Schema schema, Place place) {
        return new Schema(
                schema.id(),
                schema.name(),
                schema.description(),
                schema.attributes().stream()
                        .map(attribute -> restricted(attribute, place))
                        .toList());
    }

    /** Only what a client could change is concerned; {@code schemas} follows from the rest. */
    private Attribute restricted(Attribute attribute, Place place) {
        boolean free = attribute.mutability() != Mutability.READ_WRITE
                || attribute.name().equals("schemas")
                || isAllowed(attribute, place);
        return free ? attribute : immutable(attribute);
    }

    private boolean isAllowed(Attribute attribute, Place place) {
        if (place.core() && attribute.name().equals(USER_NAME)) {
            return userNameMutable;
        }
        return updatable.isEmpty() || updatable.get().stream().anyMatch(name -> place.names(name, attribute));
    }

    /** Where an attribute is defined; outside the core its name needs the URN. */
    private record Place(String urn, boolean core) {

        /** The attribute, a part of it, or the whole extension that it belongs to. */
        boolean names(String name, Attribute attribute) {
            return begins(name, urn + ":" + attribute.name())
                    || (core ? begins(name, attribute.name()) : Spelling.isSame(name, urn));
        }

        private static boolean begins(String name, String attribute) {
            return name.regionMatches(true, 0, attribute, 0, attribute.length())
                    && (name.length() == attribute.length() || name.charAt(attribute.length()) == '.');
        }
    }

    private static Attribute immutable(Attribute attribute) {
        return new Attribute(
                attribute.name(),
                attribute.type(),
                attribute.multiValued(),
                attribute.description(),
                attribute.required(),
                attribute.canonicalValues(),
                attribute.caseExact(),
                Mutability.IMMUTABLE,
                attribute.returned(),
                attribute.uniqueness(),
                attribute.referenceTypes(),
                attribute.subAttributes());
    }

    private static AttributePath path(PatchTarget target) {
        return switch (target) {
            case PatchTarget.Whole whole -> whole.path();
            case PatchTarget.Selected selected -> selected.path();
        };
    }
}
