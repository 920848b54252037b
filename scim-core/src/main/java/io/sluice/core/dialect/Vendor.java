package io.sluice.core.dialect;

/** Who is known to need a rule. */
public enum Vendor {
    /** Microsoft Entra ID as it comes. */
    ENTRA,
    /** Microsoft Entra ID with {@code aadOptscim062020} in the tenant URL. */
    ENTRA_2020,
    OKTA,
    ONELOGIN,
    JUMPCLOUD,
    PINGONE,
    SAILPOINT,
    /** Scripts and home-grown clients. */
    GENERIC
}
