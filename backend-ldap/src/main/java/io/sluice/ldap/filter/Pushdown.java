package io.sluice.ldap.filter;

import com.unboundid.ldap.sdk.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import io.sluice.ldap.entry.EntryIds;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.AttributeMapping;
import io.sluice.ldap.mapping.Names;
import io.sluice.ldap.mapping.ValueForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Translates filters to LDAP so that at least everything that matches is found; what was found is judged again. The text of an
 * LDAP filter is never put together: values are escaped by the library.
 */
public final class Pushdown {

    private final Realm realm;
    private final MappedAttributes users;
    private final MappedAttributes groups;
    private final TextTests texts;
    private final TimeTests times;

    public Pushdown(Realm realm) {
        this.realm = realm;
        this.users = new MappedAttributes(realm.mapping().users());
        this.groups = new MappedAttributes(realm.mapping().groups());
        this.texts = new TextTests(realm.features().schema(), realm.isOwn());
        this.times = new TimeTests(realm.features().schema());
    }

    public Pushed push(io.sluice.core.filter.Filter filter, ResourceType type, Directions directions) {
        return switch (filter) {
            case io.sluice.core.filter.Filter.Constant constant ->
                constant.value() ? new Pushed.Everything() : new Pushed.Nothing();
            case io.sluice.core.filter.Filter.And and -> and(and.terms(), type, directions);
            case io.sluice.core.filter.Filter.Or or -> or(or.terms(), type, directions);
            case io.sluice.core.filter.Filter.Not not -> not(push(not.term(), type, directions));
            case io.sluice.core.filter.Filter.Present present -> present(present.path(), type);
            case io.sluice.core.filter.Filter.Comparison comparison -> comparison(comparison, type, directions);
            case io.sluice.core.filter.Filter.Elements elements -> elements(elements, type, directions);
        };
    }

    private Pushed and(List<io.sluice.core.filter.Filter> terms, ResourceType type, Directions directions) {
        List<Filter> filters = new ArrayList<>();
        boolean exact = true;
        for (io.sluice.core.filter.Filter term : terms) {
            switch (push(term, type, directions)) {
                case Pushed.Everything ignored -> exact = false;
                case Pushed.Nothing nothing -> {
                    return nothing;
                }
                case Pushed.Some some -> {
                    filters.add(some.filter());
                    exact &= some.exact();
                }
            }
        }
        return filters.isEmpty() ? new Pushed.Everything() : new Pushed.Some(Filter.createANDFilter(filters), exact);
    }

    private Pushed or(List<io.sluice.core.filter.Filter> terms, ResourceType type, Directions directions) {
        List<Filter> filters = new ArrayList<>();
        boolean exact = true;
        for (io.sluice.core.filter.Filter term : terms) {
            switch (push(term, type, directions)) {
                case Pushed.Everything everything -> {
                    return everything;
                }
                case Pushed.Nothing ignored -> {
                    // Adds nothing.
                }
                case Pushed.Some some -> {
                    filters.add(some.filter());
                    exact &= some.exact();
                }
            }
        }
        return filters.isEmpty() ? new Pushed.Nothing() : new Pushed.Some(Filter.createORFilter(filters), exact);
    }

    /** What selects too much would, negated, select too little. */
    private static Pushed not(Pushed term) {
        return term instanceof Pushed.Some some && some.exact()
                ? new Pushed.Some(Filter.createNOTFilter(some.filter()), true)
                : new Pushed.Everything();
    }

    private Pushed present(AttributePath path, ResourceType type) {
        return mapped(type)
                .of(path)
                .map(mapping -> switch (mapping) {
                    case AttributeMapping.Single single ->
                        single.form() == ValueForm.TEXT ? texts.present(single.name()) : new Pushed.Everything();
                    case AttributeMapping.Values values ->
                        path.subAttribute().isPresent() ? texts.present(values.name()) : new Pushed.Everything();
                    case AttributeMapping.Typed ignored -> new Pushed.Everything();
                    case AttributeMapping.Reference ignored -> new Pushed.Everything();
                })
                .orElseGet(Pushed.Everything::new);
    }

    private Pushed comparison(
            io.sluice.core.filter.Filter.Comparison comparison, ResourceType type, Directions directions) {
        AttributePath path = comparison.path();
        return switch (comparison.literal()) {
            case Literal.Text text -> text(path, comparison.operator(), text.exact(), type, directions);
            case Literal.Bool bool ->
                mapped(type)
                        .of(path)
                        .filter(AttributeMapping.Single.class::isInstance)
                        .map(single -> BooleanTests.compare(
                                (AttributeMapping.Single) single, comparison.operator(), bool.value()))
                        .orElseGet(Pushed.Everything::new);
            case Literal.Time time -> time(path, comparison.operator(), time);
            case Literal.Numeric ignored -> new Pushed.Everything();
        };
    }

    private Pushed text(
            AttributePath path, Operator operator, String literal, ResourceType type, Directions directions) {
        if (operator == Operator.EQ) {
            switch (path.text().toLowerCase(Locale.ROOT)) {
                case "id" -> {
                    return id(literal);
                }
                case "members.value" -> {
                    return directions
                            .memberDn(literal)
                            .<Pushed>map(dn -> new Pushed.Some(
                                    Filter.createEqualityFilter(realm.mapping().member(), dn), true))
                            .orElseGet(Pushed.Nothing::new);
                }
                case "groups.value" -> {
                    return directions.membersOf(literal);
                }
                default -> {
                    // An attribute of the document.
                }
            }
        }
        return mapped(type)
                .of(path)
                .map(mapping -> switch (mapping) {
                    case AttributeMapping.Single single -> texts.compare(single.name(), operator, literal);
                    case AttributeMapping.Values values -> texts.compare(values.name(), operator, literal);
                    case AttributeMapping.Typed ignored -> new Pushed.Everything();
                    case AttributeMapping.Reference ignored -> new Pushed.Everything();
                })
                .orElseGet(Pushed.Everything::new);
    }

    private Pushed id(String literal) {
        if (!literal.equals(literal.toLowerCase(Locale.ROOT))) {
            return new Pushed.Nothing();
        }
        Optional<Filter> filter = EntryIds.filter(literal, realm.mapping().id());
        return filter.<Pushed>map(some -> new Pushed.Some(some, true)).orElseGet(Pushed.Nothing::new);
    }

    private Pushed time(AttributePath path, Operator operator, Literal.Time literal) {
        return switch (path.text().toLowerCase(Locale.ROOT)) {
            case "meta.created" ->
                times.compare(
                        realm.mapping().created(),
                        realm.isOwn() ? Names.CREATED : realm.mapping().created(),
                        operator,
                        literal.value());
            case "meta.lastmodified" ->
                times.compare(
                        realm.mapping().lastModified(),
                        realm.isOwn() ? Names.LAST_MODIFIED : realm.mapping().lastModified(),
                        operator,
                        literal.value());
            default -> new Pushed.Everything();
        };
    }

    /** Some element satisfies all terms, so that for each term there is one: terms that can be pushed are a superset. */
    private Pushed elements(io.sluice.core.filter.Filter.Elements elements, ResourceType type, Directions directions) {
        List<io.sluice.core.filter.Filter> terms = elements.filter() instanceof io.sluice.core.filter.Filter.And and
                ? and.terms()
                : List.of(elements.filter());
        Optional<String> elementType =
                terms.stream().map(Pushdown::typeOf).flatMap(Optional::stream).findFirst();
        List<Filter> filters = new ArrayList<>();
        for (io.sluice.core.filter.Filter term : terms) {
            if (element(term, elements.path(), elementType, type, directions) instanceof Pushed.Some some) {
                filters.add(some.filter());
            }
        }
        return filters.isEmpty() ? new Pushed.Everything() : new Pushed.Some(Filter.createANDFilter(filters), false);
    }

    private Pushed element(
            io.sluice.core.filter.Filter term,
            AttributePath path,
            Optional<String> elementType,
            ResourceType type,
            Directions directions) {
        if (term instanceof io.sluice.core.filter.Filter.Comparison comparison
                && comparison.literal() instanceof Literal.Text text
                && comparison.path().subAttribute().isPresent()) {
            String sub = comparison.path().subAttribute().get().name();
            Optional<String> typed = elementType.flatMap(name -> mapped(type).ofType(path, name, sub));
            return typed.map(name -> texts.compare(name, comparison.operator(), text.exact()))
                    .orElseGet(() -> text(comparison.path(), comparison.operator(), text.exact(), type, directions));
        }
        return new Pushed.Everything();
    }

    private static Optional<String> typeOf(io.sluice.core.filter.Filter term) {
        return term instanceof io.sluice.core.filter.Filter.Comparison comparison
                        && comparison.operator() == Operator.EQ
                        && comparison.literal() instanceof Literal.Text text
                        && comparison.path().leaf().name().equals("type")
                ? Optional.of(text.exact())
                : Optional.empty();
    }

    private MappedAttributes mapped(ResourceType type) {
        if (type.isGroup()) {
            return groups;
        }
        return type.isUser() ? users : new MappedAttributes(realm.mapping().of(type));
    }
}
