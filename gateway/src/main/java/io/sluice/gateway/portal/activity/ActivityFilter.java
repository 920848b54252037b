package io.sluice.gateway.portal.activity;

import io.sluice.gateway.portal.web.Params;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What the reader narrowed the activity to, as it stands in the address; texts that are empty do not restrict. */
public record ActivityFilter(String idp, String outcome, String search) {

    public static ActivityFilter of(Params query) {
        return new ActivityFilter(
                query.first("idp").orElse(""),
                query.first("outcome").orElse(""),
                query.first("q").orElse(""));
    }

    boolean takes(Exchange exchange) {
        return (idp.isEmpty() || idp.equals(exchange.idp()))
                && (outcome.isEmpty() || outcome.equals("success") == exchange.succeeded())
                && (search.isEmpty() || mentions(exchange));
    }

    private boolean mentions(Exchange exchange) {
        String wanted = search.toLowerCase(Locale.ROOT);
        String all = String.join(
                " ",
                exchange.route(),
                exchange.reason(),
                exchange.scimType(),
                Integer.toString(exchange.status()),
                exchange.request(),
                exchange.response());
        return all.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /** The query of an address that shows the same. */
    public String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("idp", idp);
        fields.put("outcome", outcome);
        fields.put("q", search);
        return Params.query(fields);
    }

    public boolean isEmpty() {
        return text().isEmpty();
    }
}
