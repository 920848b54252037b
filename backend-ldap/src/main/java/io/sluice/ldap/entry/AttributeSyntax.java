package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.schema.AttributeTypeDefinition;
import com.unboundid.ldap.sdk.schema.Schema;
import java.util.regex.Pattern;

/** What values an attribute's syntax admits (RFC 4517), so that nothing is sent that the server would refuse. */
enum AttributeSyntax {
    DIRECTORY_STRING,
    IA5,
    PRINTABLE,
    POSTAL,
    INTEGER,
    OTHER;

    private static final int MAX_LENGTH = 4_000;
    private static final Pattern PRINTABLE_TEXT = Pattern.compile("[A-Za-z0-9'()+,./:=? -]+");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,18}");

    static AttributeSyntax of(String attribute, Schema schema) {
        AttributeTypeDefinition type = schema.getAttributeType(attribute);
        String oid = type == null ? null : type.getBaseSyntaxOID(schema);
        if (oid == null) {
            return OTHER;
        }
        return switch (oid) {
            case "1.3.6.1.4.1.1466.115.121.1.15" -> DIRECTORY_STRING;
            case "1.3.6.1.4.1.1466.115.121.1.26" -> IA5;
            case "1.3.6.1.4.1.1466.115.121.1.44", "1.3.6.1.4.1.1466.115.121.1.50", "1.3.6.1.4.1.1466.115.121.1.22" ->
                PRINTABLE;
            case "1.3.6.1.4.1.1466.115.121.1.41" -> POSTAL;
            case "1.3.6.1.4.1.1466.115.121.1.27" -> INTEGER;
            default -> OTHER;
        };
    }

    boolean admits(String value) {
        if (value.isBlank() || value.length() > MAX_LENGTH || value.indexOf('\0') >= 0) {
            return false;
        }
        return switch (this) {
            case DIRECTORY_STRING, POSTAL, OTHER -> true;
            case IA5 -> value.chars().allMatch(c -> c < 0x80);
            case PRINTABLE -> PRINTABLE_TEXT.matcher(value).matches();
            case INTEGER -> WHOLE_NUMBER.matcher(value).matches();
        };
    }

    /** As the syntax writes it: the lines of a postal address are separated by dollar signs (RFC 4517 section 3.3.28). */
    String encode(String value) {
        return this == POSTAL
                ? value.replace("\\", "\\5C")
                        .replace("$", "\\24")
                        .replace("\r\n", "$")
                        .replace("\n", "$")
                : value;
    }

    String decode(String value) {
        return this == POSTAL
                ? value.replace("$", "\n")
                        .replace("\\24", "$")
                        .replace("\\5C", "\\")
                        .replace("\\5c", "\\")
                : value;
    }
}
