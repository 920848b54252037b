package io.sluice.core.control;

/**
 * Who asks, as the audit trail names them.
 *
 * @param name the credential's id or the administrator's name
 * @param idp the vendor of the IdP connection such as {@code entra}; {@value #ADMINISTRATOR} for administrators
 * @param clientAddress the address that the request came from
 */
public record Actor(String name, String idp, String clientAddress) {

    public static final String ADMINISTRATOR = "admin";
}
