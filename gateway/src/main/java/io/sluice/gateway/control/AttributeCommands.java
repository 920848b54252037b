package io.sluice.gateway.control;

import io.sluice.core.control.Actor;
import io.sluice.core.control.Tenant;
import io.sluice.core.control.TenantStore;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.schema.Attribute;
import io.sluice.core.schema.AttributeType;
import io.sluice.core.schema.CustomAttribute;
import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.vertx.core.Future;
import java.util.Optional;

/** Adds and removes a tenant's custom attributes. */
public final class AttributeCommands {

    private static final int MOST = 100;
    private static final String PASSWORD = "password";
    private static final int LONGEST_NAME = 64;
    private static final ResourceType USER =
            SchemaRegistry.standard().resourceType(ResourceType.USER).orElseThrow();

    private final TenantStore store;
    private final Runnable changed;

    public AttributeCommands(TenantStore store, Runnable changed) {
        this.store = store;
        this.changed = changed;
    }

    /** CONFLICT when the tenant has an attribute of that name in any case. */
    public Future<Tenant> add(String tenant, CustomAttribute attribute, Actor actor) {
        if (!isName(attribute.name())) {
            return refused("name must begin with a letter and go on with letters, digits, - and _, at most "
                    + LONGEST_NAME + " characters (RFC 7643 section 2.1).");
        }
        if (attribute.name().equalsIgnoreCase(PASSWORD)) {
            return refused("name must not be password: custom attributes are stored and returned as they are.");
        }
        Optional<Attribute> shadowed = USER.attribute(attribute.name());
        if (shadowed.isPresent()) {
            return refused(
                    "name must not be " + shadowed.get().name()
                            + ": every user has an attribute of that name, whatever its case, and the two would be taken for each other.");
        }
        if (attribute.type() == AttributeType.COMPLEX) {
            return refused("type must be one of string, boolean, decimal, integer, dateTime, binary, reference.");
        }
        return store.find(tenant).compose(found -> {
            boolean full =
                    found.filter(t -> t.customAttributes().size() >= MOST).isPresent();
            return full
                    ? refused("A tenant has at most " + MOST + " custom attributes.")
                    : store.addAttribute(tenant, attribute, actor).onSuccess(ignored -> changed.run());
        });
    }

    public Future<Tenant> remove(String tenant, String name, Actor actor) {
        return store.removeAttribute(tenant, name, actor).onSuccess(ignored -> changed.run());
    }

    private static boolean isName(String name) {
        return name.length() <= LONGEST_NAME && name.matches("[A-Za-z][A-Za-z0-9_-]*");
    }

    private static <T> Future<T> refused(String detail) {
        return Future.failedFuture(ScimException.of(ErrorKind.BAD_REQUEST, detail));
    }
}
