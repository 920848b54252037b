package io.sluice.core.backend;

import io.sluice.core.filter.Filter;
import io.sluice.core.resource.Include;
import io.sluice.core.resource.Sort;
import io.sluice.core.schema.ResourceType;
import java.util.Optional;

/**
 * A list request for one resource type.
 *
 * @param sort without one the order is by id, which is stable between pages
 */
public record SearchQuery(
        ResourceType type, Optional<Filter> filter, Optional<Sort> sort, Page page, Include include) {}
