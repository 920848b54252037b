package io.sluice.ldap.entry;

/** Active Directory's userAccountControl of a normal account, switched on or off. */
final class AccountControl {

    private static final int ACCOUNT_DISABLED = 2;
    private static final int NORMAL_ACCOUNT = 512;

    private AccountControl() {}

    static String of(boolean active) {
        return Integer.toString(active ? NORMAL_ACCOUNT : NORMAL_ACCOUNT | ACCOUNT_DISABLED);
    }

    static boolean isActive(String value) {
        try {
            return (Integer.parseInt(value) & ACCOUNT_DISABLED) == 0;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
