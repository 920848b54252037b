package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import io.sluice.ldap.mapping.Mapping;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The unique id of an entry in the form that SCIM shows: always a UUID. */
public final class EntryIds {

    private EntryIds() {}

    public static Optional<String> id(Entry entry, Mapping.Id id) {
        return switch (id.form()) {
            case TEXT ->
                Optional.ofNullable(entry.getAttributeValue(id.attribute())).map(text -> text.toLowerCase(Locale.ROOT));
            case NSUNIQUEID ->
                Optional.ofNullable(entry.getAttributeValue(id.attribute())).map(EntryIds::dashed);
            case GUID ->
                Optional.ofNullable(entry.getAttributeValueBytes(id.attribute()))
                        .filter(bytes -> bytes.length == 16)
                        .map(EntryIds::fromGuid);
        };
    }

    /** Selects the entry with an id; empty when the text cannot be an id. */
    public static Optional<Filter> filter(String text, Mapping.Id id) {
        return uuid(text).map(uuid -> switch (id.form()) {
            case TEXT -> Filter.createEqualityFilter(id.attribute(), uuid.toString());
            case NSUNIQUEID -> Filter.createEqualityFilter(id.attribute(), groupsOfEight(uuid));
            case GUID -> Filter.createEqualityFilter(id.attribute(), toGuid(uuid));
        });
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String dashed(String eights) {
        String hex = eights.replace("-", "").toLowerCase(Locale.ROOT);
        return hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    private static String groupsOfEight(UUID uuid) {
        String hex = uuid.toString().replace("-", "");
        return hex.substring(0, 8) + "-" + hex.substring(8, 16) + "-" + hex.substring(16, 24) + "-" + hex.substring(24);
    }

    private static String fromGuid(byte[] bytes) {
        ByteBuffer little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long first = Integer.toUnsignedLong(little.getInt());
        long second = Short.toUnsignedLong(little.getShort());
        long third = Short.toUnsignedLong(little.getShort());
        long least = ByteBuffer.wrap(bytes, 8, 8).getLong();
        return new UUID(first << 32 | second << 16 | third, least).toString();
    }

    private static byte[] toGuid(UUID uuid) {
        long most = uuid.getMostSignificantBits();
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (most >>> 32))
                .putShort((short) (most >>> 16))
                .putShort((short) most)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }
}
