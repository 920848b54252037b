package io.sluice.core.control.local;

import com.fasterxml.jackson.databind.node.TextNode;
import io.sluice.core.control.AuditChange;
import java.util.Optional;

/** Values of audit events as JSON text. */
final class AuditText {

    private AuditText() {}

    static String text(String value) {
        return TextNode.valueOf(value).toString();
    }

    static AuditChange change(String attribute, String from, String to) {
        return new AuditChange(attribute, Optional.of(text(from)), Optional.of(text(to)));
    }
}
