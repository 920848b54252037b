package io.sluice.load.micro;

import io.sluice.core.schema.ResourceType;
import io.sluice.core.schema.SchemaRegistry;
import io.sluice.gateway.demo.data.People;
import io.sluice.gateway.demo.data.Shape;

/** What the benchmarks work on: the requests of the scenarios. */
final class Samples {

    static final ResourceType USER =
            SchemaRegistry.standard().resourceType("User").orElseThrow();
    static final String MATCH = "userName eq \"anna.mueller.4711@contoso.example\"";
    static final String PROBE = "emails[type eq \"work\" and value ew \"@contoso.example\"] and "
            + "(active eq true or urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department sw \"Sales\")";
    static final String DOCUMENT =
            Shape.named("create-user").with(new People().person(4_711).values(0));
    static final String PATCH =
            Shape.named("update-user").with(new People().person(4_711).values(1));

    private Samples() {}
}
