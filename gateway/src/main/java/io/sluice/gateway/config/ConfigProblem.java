package io.sluice.gateway.config;

/** One thing that is wrong with the configuration: the key, the reason and what would be right, and where it stands. */
public record ConfigProblem(String key, String reason, Source source) {

    public String text() {
        return key + ": " + reason + " (" + source.text() + ")";
    }
}
