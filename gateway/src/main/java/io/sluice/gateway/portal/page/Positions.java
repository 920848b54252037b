package io.sluice.gateway.portal.page;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.gateway.portal.session.Seal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Puts the positions of backends into addresses, signed and bound to one list, so that a backend may trust what comes back. */
public final class Positions {

    private final Seal seal;

    public Positions(Seal seal) {
        this.seal = seal;
    }

    /**
     * @param list names tenant, type and search
     */
    public String issue(String list, String position) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(position.getBytes(StandardCharsets.UTF_8));
        return text + "." + seal.stamp(list + "\n" + text);
    }

    /**
     * @throws ScimException INVALID_CURSOR unless it was issued for this list
     */
    public Optional<String> open(String list, Optional<String> cursor) {
        return cursor.map(value -> {
            int dot = value.indexOf('.');
            String text = value.substring(0, Math.max(dot, 0));
            if (dot < 0 || !Seal.isSame(seal.stamp(list + "\n" + text), value.substring(dot + 1))) {
                throw ScimException.of(
                        ErrorKind.INVALID_CURSOR, "This page of the list does not exist; begin at the first.");
            }
            return new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
        });
    }
}
