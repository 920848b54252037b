package io.sluice.gateway.portal.page;

import io.sluice.gateway.portal.asset.Assets;
import io.sluice.gateway.portal.text.Language;
import io.sluice.gateway.portal.text.Messages;
import io.sluice.gateway.portal.web.Theme;
import io.sluice.gateway.portal.web.Visit;

/** What a page before the login knows. */
public record Bare(Messages messages, Assets assets, Visit visit, String titleKey) {

    public String text(String key, Object... arguments) {
        return messages.text(language(), key, arguments);
    }

    public Language language() {
        return visit.reader().language();
    }

    public Theme theme() {
        return visit.reader().theme();
    }

    public String asset(String name) {
        return assets.address(name);
    }
}
