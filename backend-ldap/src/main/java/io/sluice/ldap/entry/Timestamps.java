package io.sluice.ldap.entry;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.util.StaticUtils;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times in entries: GeneralizedTime (RFC 4517 section 3.3.13) and the time at the head of an entryCSN. */
public final class Timestamps {

    private static final DateTimeFormatter CSN = DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSSSSS'Z'");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss.SSS'Z'");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");

    private Timestamps() {}

    public static Optional<Instant> generalized(Entry entry, String attribute) {
        String text = entry.getAttributeValue(attribute);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(StaticUtils.decodeGeneralizedTime(text).toInstant());
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    public static Instant ofChangeNumber(String csn) {
        int hash = csn.indexOf('#');
        return LocalDateTime.parse(hash < 0 ? csn : csn.substring(0, hash), CSN).toInstant(ZoneOffset.UTC);
    }

    public static String withMillis(Instant time) {
        return MILLIS.format(time.atOffset(ZoneOffset.UTC));
    }

    public static String withSeconds(Instant time) {
        return SECONDS.format(time.atOffset(ZoneOffset.UTC));
    }
}
