package io.sluice.gateway.portal.activity;

/** What whoever looks after the IdP can do about a failure. */
public final class Reasons {

    private Reasons() {}

    /** The key of the advice. */
    public static String advice(Exchange exchange) {
        return switch (exchange.status()) {
            case 401 -> "advice.credential";
            case 403 -> "advice.forbidden";
            case 404 -> "advice.notFound";
            case 409 -> "advice.conflict";
            case 412 -> "advice.version";
            case 413 -> "advice.tooLarge";
            case 429, 503 -> "advice.later";
            default -> exchange.status() >= 500 ? "advice.server" : badRequest(exchange.scimType());
        };
    }

    private static String badRequest(String scimType) {
        return switch (scimType) {
            case "invalidFilter" -> "advice.filter";
            case "invalidPath", "noTarget" -> "advice.path";
            case "mutability" -> "advice.mutability";
            default -> "advice.value";
        };
    }
}
