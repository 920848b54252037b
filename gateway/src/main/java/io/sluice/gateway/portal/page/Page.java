package io.sluice.gateway.portal.page;

import io.sluice.core.control.Tenant;
import io.sluice.gateway.portal.asset.Assets;
import io.sluice.gateway.portal.session.Session;
import io.sluice.gateway.portal.text.Language;
import io.sluice.gateway.portal.text.Messages;
import io.sluice.gateway.portal.web.Params;
import io.sluice.gateway.portal.web.Theme;
import io.sluice.gateway.portal.web.Visit;
import java.util.List;
import java.util.Optional;

/**
 * What every page behind the login knows.
 *
 * @param title in the reader's language
 * @param tenant whose pages these are; empty on the operator's own pages
 * @param tenants what the reader can switch to
 */
public record Page(
        Messages messages,
        Assets assets,
        Visit visit,
        Section section,
        String title,
        Optional<Tenant> tenant,
        List<Tenant> tenants,
        Optional<Notice> notice) {

    public Page {
        tenants = List.copyOf(tenants);
    }

    /** What the portal says under this key. */
    public String text(String key, Object... arguments) {
        return messages.text(language(), key, arguments);
    }

    public Language language() {
        return visit.reader().language();
    }

    public Theme theme() {
        return visit.reader().theme();
    }

    public Session session() {
        return visit.admitted();
    }

    /** The address of a script, style or picture. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** The tenant of a page that has one. */
    public Tenant owner() {
        return tenant.orElseThrow(() -> new IllegalStateException("This page has no tenant"));
    }

    /** The address of a page of this tenant, each segment being escaped. */
    public String at(String... segments) {
        StringBuilder address =
                new StringBuilder("/portal/t/").append(owner().id().slug());
        for (String segment : segments) {
            address.append('/').append(Params.encode(segment));
        }
        return address.toString();
    }

    /** The address that leads back to this very page. */
    public String here() {
        return visit.address();
    }

    public Page with(Notice said) {
        return new Page(messages, assets, visit, section, title, tenant, tenants, Optional.of(said));
    }

    public Page titled(String words) {
        return new Page(messages, assets, visit, section, words, tenant, tenants, notice);
    }
}
