package io.sluice.gateway.config;

import java.util.Optional;

/** Which attribute of a user is compared with the subject of a credential, so that {@code /Me} is that user. */
public enum SubjectAttribute {
    NONE(""),
    ID("id"),
    USERNAME("userName"),
    EXTERNALID("externalId");

    private final String attribute;

    SubjectAttribute(String attribute) {
        this.attribute = attribute;
    }

    /** Its name in the schema; empty when credentials stand for no users. */
    public Optional<String> attribute() {
        return attribute.isEmpty() ? Optional.empty() : Optional.of(attribute);
    }
}
