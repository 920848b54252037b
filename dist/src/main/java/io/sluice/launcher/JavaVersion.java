package io.sluice.launcher;

/** The feature release of a Java, read from the {@code java.specification.version} property. */
final class JavaVersion {

    /** The oldest feature release that Sluice runs on. */
    static final int REQUIRED = 21;

    private final int feature;

    private JavaVersion(int feature) {
        this.feature = feature;
    }

    /** Reads {@code 1.8} as 8 and {@code 21} as 21; a text that is no version counts as 0. */
    static JavaVersion parse(String specificationVersion) {
        String text = specificationVersion.startsWith("1.") ? specificationVersion.substring(2) : specificationVersion;
        try {
            return new JavaVersion(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return new JavaVersion(0);
        }
    }

    int feature() {
        return feature;
    }

    boolean isSufficient() {
        return feature >= REQUIRED;
    }
}
