package io.sluice.gateway.portal.operator;

import io.sluice.core.control.ApiKey;
import io.sluice.gateway.control.IssuedApiKey;
import java.util.List;
import java.util.Optional;

/**
 * The API keys of one administrator.
 *
 * @param name the administrator's
 * @param issued a key that has just been made, to be shown this once
 */
public record KeysView(String name, List<ApiKey> rows, Optional<IssuedApiKey> issued) {

    public KeysView {
        rows = List.copyOf(rows);
    }
}
