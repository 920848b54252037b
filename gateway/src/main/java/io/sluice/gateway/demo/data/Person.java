package io.sluice.gateway.demo.data;

import java.util.Map;

/** A made-up person, the same for the same index. */
public record Person(int index, String givenName, String familyName, String login, String language) {

    private static final String[] DEPARTMENTS = {
        "Research & Development",
        "Sales",
        "Finance",
        "Personalwesen",
        "Comptabilité",
        "営業部",
        "Support \"24/7\"",
        "Legal"
    };
    private static final String[] TITLES = {
        "Engineer", "Analyst", "Team Lead", "Buchhalterin", "Ingénieure", "課長", "Consultant"
    };
    private static final String[] CITIES = {"Zürich", "Montréal", "東京", "Kraków", "São Paulo", "Seattle", "Αθήνα"};

    /** Unique for each index, ASCII. */
    public String userName() {
        return login + "." + index + "@contoso.example";
    }

    /** The values for the placeholders of the shapes; what changes from one cycle to the next depends on the cycle. */
    public Map<String, String> values(int cycle) {
        return Map.ofEntries(
                Map.entry("externalId", "obj-%08d".formatted(index)),
                Map.entry("userName", userName()),
                Map.entry("displayName", givenName + " " + familyName),
                Map.entry("givenName", givenName),
                Map.entry("familyName", familyName),
                Map.entry("email", cycle == 0 ? userName() : login + "." + index + ".c" + cycle + "@contoso.example"),
                Map.entry("mobile", "+1 555 %07d".formatted(index)),
                Map.entry("language", language),
                Map.entry("title", pick(TITLES, cycle)),
                Map.entry("department", pick(DEPARTMENTS, cycle)),
                Map.entry("city", pick(CITIES, cycle)),
                Map.entry("employeeNumber", Integer.toString(100_000 + index)));
    }

    private String pick(String[] choices, int cycle) {
        return choices[Math.floorMod(index * 31 + cycle, choices.length)];
    }
}
