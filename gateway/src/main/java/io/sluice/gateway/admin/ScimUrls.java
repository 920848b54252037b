package io.sluice.gateway.admin;

/** The URL that goes into an identity provider. */
public final class ScimUrls {

    private ScimUrls() {}

    public static String of(String publicUrl, String tenant) {
        return publicUrl + "/tenants/" + tenant + "/scim/v2";
    }
}
