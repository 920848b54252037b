package io.sluice.ldap.server;

import static java.util.Objects.requireNonNull;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchEntry;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSearchRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.SearchRequest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is peculiar about Active Directory, imitated: it gives objectGUID, uSNChanged, whenCreated and whenChanged, has neither the
 * assertion nor the post-read control, and returns the members of a group in ranges.
 */
final class ActiveDirectory extends InMemoryOperationInterceptor {

    /** Values of one attribute that one answer has at most, as MaxValRange of the real one says. */
    static final int RANGE = 1_500;

    static final String[] SCHEMA = {
        "dn: cn=schema",
        "objectClass: top",
        "objectClass: ldapSubentry",
        "objectClass: subschema",
        "cn: schema",
        text("userPrincipalName", 1),
        text("employeeID", 2),
        text("company", 3),
        text("division", 4),
        text("department", 5),
        text("objectCategory", 6),
        text("streetAddress", 13),
        "attributeTypes: ( 1.1.9.7 NAME 'userAccountControl' EQUALITY integerMatch ORDERING integerOrderingMatch "
                + "SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
        "attributeTypes: ( 1.1.9.8 NAME 'uSNChanged' EQUALITY integerMatch ORDERING integerOrderingMatch "
                + "SYNTAX 1.3.6.1.4.1.1466.115.121.1.27 SINGLE-VALUE )",
        octets("objectGUID", 9),
        octets("unicodePwd", 10),
        time("whenCreated", 11),
        time("whenChanged", 12),
        "objectClasses: ( 1.1.9.20 NAME 'user' SUP organizationalPerson STRUCTURAL MAY ( userPrincipalName $ employeeID $ "
                + "company $ division $ department $ streetAddress $ objectCategory $ userAccountControl $ uSNChanged $ objectGUID $ "
                + "unicodePwd $ whenCreated $ whenChanged $ givenName $ displayName $ mail $ mobile $ homePhone $ "
                + "pager $ manager $ employeeNumber $ employeeType $ preferredLanguage $ c $ homePostalAddress ) )",
        "objectClasses: ( 1.1.9.21 NAME 'group' SUP top STRUCTURAL MUST cn MAY ( member $ description $ objectCategory $ "
                + "uSNChanged $ objectGUID $ whenCreated $ whenChanged ) )"
    };

    private static final String BITWISE_AND = "1.2.840.113556.1.4.803";
    private static final List<Integer> ACCOUNTS = List.of(512, 514);
    private static final String NOW = "20260102030405.0Z";
    private static final List<String> ABSENT_CONTROLS = List.of("1.3.6.1.1.12", "1.3.6.1.1.13.2");

    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void processAddRequest(InMemoryInterceptedAddRequest intercepted) {
        intercepted.setRequest(stamped(intercepted.getRequest().duplicate()));
    }

    private AddRequest stamped(AddRequest request) {
        List<String> classes = Arrays.asList(
                requireNonNull(request.getAttribute("objectClass")).getValues());
        if (classes.contains("user") || classes.contains("group")) {
            UUID guid = UUID.randomUUID();
            byte[] bytes = ByteBuffer.allocate(16)
                    .putLong(guid.getMostSignificantBits())
                    .putLong(guid.getLeastSignificantBits())
                    .array();
            request.addAttribute(new Attribute("objectGUID", bytes));
            request.addAttribute("uSNChanged", Long.toString(sequence.incrementAndGet()));
            request.addAttribute("whenCreated", NOW);
            request.addAttribute("whenChanged", NOW);
            request.addAttribute("objectCategory", classes.contains("user") ? "person" : "group");
        }
        return request;
    }

    @Override
    public void processModifyRequest(InMemoryInterceptedModifyRequest intercepted) {
        ModifyRequest request = intercepted.getRequest().duplicate();
        request.addModification(
                new Modification(ModificationType.REPLACE, "uSNChanged", Long.toString(sequence.incrementAndGet())));
        intercepted.setRequest(request);
    }

    @Override
    public void processSearchRequest(InMemoryInterceptedSearchRequest intercepted) {
        List<String> attributes = new ArrayList<>();
        for (String name : intercepted.getRequest().getAttributeList()) {
            int range = name.indexOf(";range=");
            if (range >= 0) {
                String from = name.substring(range + ";range=".length(), name.lastIndexOf('-'));
                intercepted.setProperty("from", Integer.parseInt(from));
            }
            attributes.add(range < 0 ? name : name.substring(0, range));
        }
        SearchRequest asked = (SearchRequest) intercepted.getRequest();
        SearchRequest request = new SearchRequest(
                asked.getBaseDN(), asked.getScope(), withoutBits(asked.getFilter()), attributes.toArray(String[]::new));
        request.setControls(asked.getControls());
        intercepted.setRequest(request);
    }

    @Override
    public void processSearchEntry(InMemoryInterceptedSearchEntry intercepted) {
        Entry entry = intercepted.getSearchEntry().duplicate();
        ABSENT_CONTROLS.forEach(control -> entry.removeAttributeValue("supportedControl", control));
        Attribute members = entry.getAttribute("member");
        if (members != null) {
            Object property = intercepted.getProperty("from");
            int from = property == null ? 0 : (Integer) property;
            if (members.size() > RANGE || from > 0) {
                entry.removeAttribute("member");
                entry.addAttribute(part(members.getValues(), from));
            }
        }
        intercepted.setSearchEntry(entry);
    }

    /** The server that imitates has no matching rule for bits; accounts are 512 or, when they are switched off, 514. */
    private static Filter withoutBits(Filter filter) {
        return switch (filter.getFilterType()) {
            case Filter.FILTER_TYPE_AND -> Filter.createANDFilter(withoutBits(filter.getComponents()));
            case Filter.FILTER_TYPE_OR -> Filter.createORFilter(withoutBits(filter.getComponents()));
            case Filter.FILTER_TYPE_NOT ->
                Filter.createNOTFilter(withoutBits(requireNonNull(filter.getNOTComponent())));
            case Filter.FILTER_TYPE_EXTENSIBLE_MATCH -> {
                int bits = Integer.parseInt(requireNonNull(filter.getAssertionValue()));
                yield Filter.createORFilter(ACCOUNTS.stream()
                        .filter(account -> BITWISE_AND.equals(filter.getMatchingRuleID()) && (account & bits) == bits)
                        .map(account -> Filter.createEqualityFilter(
                                requireNonNull(filter.getAttributeName()), Integer.toString(account)))
                        .toList());
            }
            default -> filter;
        };
    }

    private static Filter[] withoutBits(Filter... filters) {
        return Arrays.stream(filters).map(ActiveDirectory::withoutBits).toArray(Filter[]::new);
    }

    private static Attribute part(String[] members, int from) {
        int to = Math.min(from + RANGE, members.length);
        String end = to == members.length ? "*" : Integer.toString(to - 1);
        return new Attribute("member;range=" + from + "-" + end, Arrays.copyOfRange(members, Math.min(from, to), to));
    }

    private static String text(String name, int number) {
        return "attributeTypes: ( 1.1.9." + number + " NAME '" + name + "' EQUALITY caseIgnoreMatch SUBSTR "
                + "caseIgnoreSubstringsMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.15 SINGLE-VALUE )";
    }

    private static String octets(String name, int number) {
        return "attributeTypes: ( 1.1.9." + number + " NAME '" + name
                + "' EQUALITY octetStringMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.40 SINGLE-VALUE )";
    }

    private static String time(String name, int number) {
        return "attributeTypes: ( 1.1.9." + number + " NAME '" + name + "' EQUALITY generalizedTimeMatch ORDERING "
                + "generalizedTimeOrderingMatch SYNTAX 1.3.6.1.4.1.1466.115.121.1.24 SINGLE-VALUE )";
    }
}
