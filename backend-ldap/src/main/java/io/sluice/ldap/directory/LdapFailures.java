package io.sluice.ldap.directory;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimError;
import io.sluice.core.error.ScimException;
import io.sluice.core.resource.Secret;
import java.time.Duration;
import java.util.Set;

/** What the result codes of RFC 4511 appendix A mean for a SCIM client. */
public final class LdapFailures {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** After these nobody knows whether the server did what it was asked. */
    private static final Set<ResultCode> LOST = Set.of(
            ResultCode.SERVER_DOWN,
            ResultCode.CONNECT_ERROR,
            ResultCode.TIMEOUT,
            ResultCode.DECODING_ERROR,
            ResultCode.ENCODING_ERROR,
            ResultCode.LOCAL_ERROR,
            ResultCode.UNAVAILABLE);

    private LdapFailures() {}

    static boolean isLost(LDAPException e) {
        return LOST.contains(e.getResultCode());
    }

    /** For an answer of the server that no operation has a better word for. */
    public static ScimException toScim(LDAPException e) {
        return switch (e.getResultCode().intValue()) {
            case ResultCode.ENTRY_ALREADY_EXISTS_INT_VALUE -> error(ErrorKind.UNIQUENESS, "The name is taken.", e);
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE -> constraint(e);
            case ResultCode.NO_SUCH_OBJECT_INT_VALUE ->
                error(ErrorKind.NOT_FOUND, "The resource is not in the directory.", e);
            case ResultCode.ASSERTION_FAILED_INT_VALUE ->
                error(ErrorKind.PRECONDITION_FAILED, "The resource has another version by now.", e);
            case ResultCode.INVALID_ATTRIBUTE_SYNTAX_INT_VALUE,
                    ResultCode.OBJECT_CLASS_VIOLATION_INT_VALUE,
                    ResultCode.INVALID_DN_SYNTAX_INT_VALUE,
                    ResultCode.NAMING_VIOLATION_INT_VALUE,
                    ResultCode.UNDEFINED_ATTRIBUTE_TYPE_INT_VALUE ->
                error(ErrorKind.INVALID_VALUE, "The directory's schema does not accept a value.", e);
            case ResultCode.INSUFFICIENT_ACCESS_RIGHTS_INT_VALUE, ResultCode.UNWILLING_TO_PERFORM_INT_VALUE ->
                error(ErrorKind.FORBIDDEN, "The directory does not permit this.", e);
            case ResultCode.TIME_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.SIZE_LIMIT_EXCEEDED_INT_VALUE,
                    ResultCode.ADMIN_LIMIT_EXCEEDED_INT_VALUE ->
                error(ErrorKind.TOO_MANY, "The directory refuses to return that many entries; narrow the filter.", e);
            // Where it leads is not for clients, and a server that takes no writes is to be replaced in the
            // configuration.
            case ResultCode.REFERRAL_INT_VALUE ->
                unavailable("The directory refers to another server, and referrals are not followed.");
            default -> unavailable(e);
        };
    }

    /** For a refused password; what the server says is left out if it repeats it. */
    public static ScimException ofPassword(LDAPException e, Secret password) {
        return switch (e.getResultCode().intValue()) {
            case ResultCode.CONSTRAINT_VIOLATION_INT_VALUE, ResultCode.UNWILLING_TO_PERFORM_INT_VALUE -> {
                String text = "The password does not satisfy the directory's password policy.";
                yield String.valueOf(e.getDiagnosticMessage()).contains(password.reveal())
                        ? ScimException.of(ErrorKind.INVALID_VALUE, text)
                        : error(ErrorKind.INVALID_VALUE, text, e);
            }
            default -> toScim(e);
        };
    }

    /** The directory cannot be used right now. */
    static ScimException unavailable(LDAPException e) {
        return new ScimException(ScimError.unavailable(
                "The directory is not available (" + ConnectionLog.reason(e) + ").", RETRY_AFTER));
    }

    public static ScimException unavailable(String detail) {
        return new ScimException(ScimError.unavailable(detail, RETRY_AFTER));
    }

    /** OpenLDAP's unique overlay and 389's attribute uniqueness plug-in answer 19 too, and say so in words. */
    private static ScimException constraint(LDAPException e) {
        String said = String.valueOf(e.getDiagnosticMessage());
        return said.contains("unique") || said.contains("same attribute value")
                ? error(ErrorKind.UNIQUENESS, "The directory requires a value to be unique.", e)
                : error(ErrorKind.INVALID_VALUE, "The directory does not accept a value.", e);
    }

    private static ScimException error(ErrorKind kind, String text, LDAPException e) {
        String said = e.getDiagnosticMessage();
        return ScimException.of(kind, said == null || said.isBlank() ? text : text + " It says: " + said);
    }
}
