package io.sluice.gateway.portal.activity;

import java.util.List;

/**
 * What the page Activity shows.
 *
 * @param shown the newest first
 * @param matching how many the filter takes, of which only the newest are shown
 */
public record ActivityView(ActivityFilter filter, List<HealthCard> cards, List<Exchange> shown, int matching) {

    public ActivityView {
        cards = List.copyOf(cards);
        shown = List.copyOf(shown);
    }
}
