package io.sluice.gateway.control;

import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The identity providers that a connection can be made for. */
public enum Idp {
    ENTRA("Entra ID"),
    OKTA("Okta"),
    ONELOGIN("OneLogin"),
    JUMPCLOUD("JumpCloud"),
    PINGONE("PingOne"),
    GOOGLE("Google"),
    SAILPOINT("SailPoint"),
    GENERIC("Generic");

    private final String label;

    Idp(String label) {
        this.label = label;
    }

    /** As the interfaces write it: {@code entra}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people write it: {@code Entra ID}. */
    public String label() {
        return label;
    }

    /**
     * @throws ScimException BAD_REQUEST when there is none of that name
     */
    public static Idp of(String word) {
        return Arrays.stream(values())
                .filter(idp -> idp.word().equals(word))
                .findFirst()
                .orElseThrow(() -> ScimException.of(
                        ErrorKind.BAD_REQUEST, "idp must be one of " + String.join(", ", words()) + "."));
    }

    public static List<String> words() {
        return Arrays.stream(values()).map(Idp::word).toList();
    }
}
