package io.sluice.ldap.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.core.filter.CaseFolding;
import io.sluice.ldap.mapping.DocumentPath;
import io.sluice.ldap.mapping.Names;
import io.sluice.ldap.mapping.TypeMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The RDN of a resource: it is made of the name, so that the server itself keeps names unique. */
public final class Naming {

    /** Longer names are cut and told apart by a digest; servers limit the length of an RDN. */
    private static final int MAX_BYTES = 200;

    private static final int KEPT_CHARACTERS = 48;

    private Naming() {}

    /**
     * @param otherwise the value for types whose entries are not named by an attribute
     */
    public static RDN rdn(TypeMapping type, ObjectNode document, String otherwise) {
        return new RDN(
                type.rdn(), type.name().map(path -> value(name(path, document))).orElse(otherwise));
    }

    /** For a name that another entry has already, where names need not be unique. */
    public static RDN distinguished(TypeMapping type, ObjectNode document, String distinguisher) {
        String name = rdn(type, document, distinguisher).getAttributeValues()[0];
        return new RDN(new String[] {type.rdn(), Names.DISTINGUISHER}, new String[] {name, distinguisher});
    }

    /** Whether the DN of the entry says what the name in the document does. */
    public static boolean hasName(TypeMapping type, Entry entry, ObjectNode document) {
        return type.name().isEmpty()
                || inDn(type, entry).map(rdn(type, document, "")::equals).orElse(true);
    }

    /** The part of the entry's RDN that carries the name. */
    static Optional<RDN> inDn(TypeMapping type, Entry entry) {
        return Locations.parse(entry.getDN()).map(dn -> dn.getRDNs()[0]).flatMap(rdn -> {
            for (int i = 0; i < rdn.getAttributeNames().length; i++) {
                if (rdn.getAttributeNames()[i].equalsIgnoreCase(type.rdn())) {
                    return Optional.of(new RDN(type.rdn(), rdn.getAttributeValues()[i]));
                }
            }
            return Optional.empty();
        });
    }

    private static String name(DocumentPath path, ObjectNode document) {
        return path.in(document)
                .map(JsonNode::asText)
                .filter(name -> !name.isBlank())
                .orElseThrow(() -> ScimException.of(ErrorKind.INVALID_VALUE, path.attribute() + " must not be empty."));
    }

    /** Names that SCIM takes for equal get values that the directory takes for equal. */
    static String value(String name) {
        String plain = Exactness.isPlain(name) ? name : CaseFolding.fold(name);
        return plain.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, KEPT_CHARACTERS)) + "~" + digest(name);
    }

    private static String digest(String name) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(CaseFolding.fold(name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
