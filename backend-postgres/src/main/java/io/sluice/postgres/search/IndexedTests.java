package io.sluice.postgres.search;

import io.sluice.core.filter.Filter;
import io.sluice.core.filter.Literal;
import io.sluice.core.filter.Operator;
import io.sluice.core.schema.AttributePath;
import io.sluice.core.schema.ResourceType;
import io.sluice.postgres.document.StoredForm;
import io.sluice.postgres.sql.Values;
import java.util.Optional;
import java.util.UUID;

/** The tests that columns of their own answer, and with them indexes: what identity providers look resources up by. */
final class IndexedTests {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final String HAS_MEMBER =
            "EXISTS (SELECT FROM group_member m WHERE m.tenant = $1 AND m.group_id = r.id AND m.member_id = %s)";
    private static final String IS_IN_GROUP =
            "EXISTS (SELECT FROM group_member m WHERE m.tenant = $1 AND m.member_id = r.id AND m.group_id = %s)";
    private static final String HAS_MEMBERS =
            "EXISTS (SELECT FROM group_member m WHERE m.tenant = $1 AND m.group_id = r.id)";
    private static final String IS_IN_GROUPS =
            "EXISTS (SELECT FROM group_member m WHERE m.tenant = $1 AND m.member_id = r.id)";

    private final ResourceType type;
    private final Parameters parameters;
    private final Scope scope;

    IndexedTests(ResourceType type, Parameters parameters, Scope scope) {
        this.type = type;
        this.parameters = parameters;
        this.scope = scope;
    }

    /** The whole test; empty when no column can answer it. The operator is never NE. */
    Optional<String> test(Filter.Comparison comparison) {
        AttributePath path = comparison.path();
        if (path.extension().isPresent()) {
            return contained(comparison);
        }
        return switch (comparison.literal()) {
            case Literal.Text text ->
                email(comparison, text)
                        .or(() -> text(comparison, text).map(scope::within))
                        .or(() -> contained(comparison));
            case Literal.Time time -> time(comparison, time).or(() -> contained(comparison));
            case Literal.Numeric numeric -> contained(comparison);
            case Literal.Bool bool -> contained(comparison);
        };
    }

    private Optional<String> email(Filter.Comparison comparison, Literal.Text literal) {
        return comparison.operator() == Operator.EQ && name(comparison.path()).equals("emails.value")
                ? Optional.of(hasEmail(literal))
                : Optional.empty();
    }

    private Optional<String> text(Filter.Comparison comparison, Literal.Text literal) {
        Operator operator = comparison.operator();
        return switch (name(comparison.path())) {
            case "id" ->
                operator == Operator.EQ
                        ? Optional.of(equalsId("r.id = %s", literal))
                        : Optional.of(TextTest.of("r.id::text", operator, literal, parameters));
            case "userName" ->
                type.isUser() ? KeyColumn.test("r.name_key", operator, literal, parameters) : Optional.empty();
            case "displayName" -> KeyColumn.test("r.display_key", operator, literal, parameters);
            case "externalId" ->
                operator == Operator.EQ
                        ? KeyColumn.test("r.external_id", operator, literal, parameters)
                        : Optional.empty();
            case "members.value" ->
                operator == Operator.EQ && type.isGroup()
                        ? Optional.of(equalsId(HAS_MEMBER, literal))
                        : Optional.empty();
            case "groups.value" ->
                operator == Operator.EQ && type.isUser()
                        ? Optional.of(equalsId(IS_IN_GROUP, literal))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<String> time(Filter.Comparison comparison, Literal.Time literal) {
        return switch (name(comparison.path())) {
            case "meta.created" -> Optional.of(TimeTest.of("r.created", comparison.operator(), literal, parameters));
            case "meta.lastModified" ->
                Optional.of(TimeTest.of("r.modified", comparison.operator(), literal, parameters));
            default -> Optional.empty();
        };
    }

    Optional<String> present(AttributePath path) {
        if (path.extension().isPresent()) {
            return Optional.empty();
        }
        return switch (name(path)) {
            case "id", "meta", "meta.created", "meta.lastModified" -> Optional.of("TRUE");
            case "members", "members.value" -> type.isGroup() ? Optional.of(HAS_MEMBERS) : Optional.empty();
            case "groups", "groups.value" -> type.isUser() ? Optional.of(IS_IN_GROUPS) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The whole test of a value path. */
    Optional<String> test(Filter.Elements elements) {
        return isInDocument(elements.path())
                ? Contained.of(elements)
                        .map(json -> contains(json.toString()))
                        .map(test -> emailTerm(elements)
                                .map(email -> "(" + hasEmail(email) + " AND " + test + ")")
                                .orElse(test))
                : Optional.empty();
    }

    /** What must hold as well when a value path holds, and an index answers. */
    Optional<String> hint(Filter.Elements elements) {
        return switch (elements.path().attribute().name()) {
            case "emails" -> emailTerm(elements).map(this::hasEmail);
            case "members" ->
                type.isGroup() ? valueTerm(elements).map(id -> equalsId(HAS_MEMBER, id)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Literal.Text> emailTerm(Filter.Elements elements) {
        return elements.path().extension().isEmpty()
                        && elements.path().attribute().name().equals("emails")
                ? valueTerm(elements)
                : Optional.empty();
    }

    /** The text x of {@code value eq x} when that must hold for the whole to hold. */
    static Optional<Literal.Text> valueTerm(Filter.Elements elements) {
        return switch (elements.filter()) {
            case Filter.And and ->
                and.terms().stream().flatMap(term -> valueOf(term).stream()).findFirst();
            case Filter.Comparison comparison -> valueOf(comparison);
            case Filter.Or or -> Optional.empty();
            case Filter.Not not -> Optional.empty();
            case Filter.Present present -> Optional.empty();
            case Filter.Elements nested -> Optional.empty();
            case Filter.Constant constant -> Optional.empty();
        };
    }

    private static Optional<Literal.Text> valueOf(Filter term) {
        return term instanceof Filter.Comparison comparison
                        && comparison.operator() == Operator.EQ
                        && comparison.path().leaf().name().equals("value")
                        && comparison.literal() instanceof Literal.Text text
                ? Optional.of(text)
                : Optional.empty();
    }

    private Optional<String> contained(Filter.Comparison comparison) {
        return comparison.operator() == Operator.EQ && isInDocument(comparison.path())
                ? Optional.of(contains(
                        Contained.of(comparison.path(), comparison.literal()).toString()))
                : Optional.empty();
    }

    private String contains(String json) {
        return "r.search @> " + parameters.add(json) + "::text::jsonb";
    }

    private boolean isInDocument(AttributePath path) {
        return path.extension().isPresent()
                || switch (path.attribute().name()) {
                    case "id", "meta" -> false;
                    case "groups" -> !type.isUser();
                    case "members" -> !type.isGroup();
                    default -> true;
                };
    }

    private String hasEmail(Literal.Text literal) {
        String key = StoredForm.emailKey(parameters.tenant(), literal.normal());
        return "r.emails @> ARRAY[" + parameters.add(key) + "::text]";
    }

    /** What is no id equals none; the text of the statement is the same for both. */
    private String equalsId(String template, Literal.Text literal) {
        return template.formatted(parameters.add(Values.uuid(literal.normal()).orElse(NOBODY)));
    }

    static String name(AttributePath path) {
        return path.subAttribute()
                .map(sub -> path.attribute().name() + "." + sub.name())
                .orElse(path.attribute().name());
    }
}
