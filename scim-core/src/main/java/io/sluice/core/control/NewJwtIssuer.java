package io.sluice.core.control;

import java.util.List;

/** What it takes to trust an outside authorization server. */
public record NewJwtIssuer(String idp, String issuer, String audience, String jwksUri, List<String> algorithms) {
    public NewJwtIssuer {
        algorithms = List.copyOf(algorithms);
    }
}
