package io.sluice.ldap.write;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.extensions.PasswordModifyExtendedRequest;
import io.sluice.core.backend.RequestContext;
import io.sluice.core.resource.Secret;
import io.sluice.ldap.directory.AmbiguousWriteException;
import io.sluice.ldap.directory.LdapCall;
import io.sluice.ldap.directory.LdapFailures;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.mapping.PasswordWrite;
import java.nio.charset.StandardCharsets;

/** Sets passwords; the server hashes and judges them. */
final class Passwords {

    private final Realm realm;

    Passwords(Realm realm) {
        this.realm = realm;
    }

    /** Whether passwords are kept at all. */
    boolean kept() {
        return switch (realm.mapping().users().password()) {
            case PASSWORDMODIFY -> realm.features().passwordModify();
            case UNICODEPWD -> true;
            case IGNORE -> false;
        };
    }

    /** Setting a password twice does no harm, so that an ambiguous failure is answered by a repetition. */
    void set(RequestContext context, String dn, Secret password) {
        LdapCall<LDAPResult> call = realm.mapping().users().password() == PasswordWrite.UNICODEPWD
                ? connection -> connection.modify(unicode(dn, password))
                : connection -> {
                    LDAPResult result = connection.processExtendedOperation(
                            new PasswordModifyExtendedRequest(dn, (String) null, password.reveal()));
                    if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
                        throw new LDAPException(result);
                    }
                    return result;
                };
        try {
            try {
                realm.directory().write(context.deadline(), call);
            } catch (AmbiguousWriteException e) {
                realm.directory().read(context.deadline(), call);
            }
        } catch (LDAPException e) {
            throw LdapFailures.ofPassword(e, password);
        }
    }

    private static ModifyRequest unicode(String dn, Secret password) {
        byte[] quoted = ("\"" + password.reveal() + "\"").getBytes(StandardCharsets.UTF_16LE);
        return new ModifyRequest(dn, new Modification(ModificationType.REPLACE, "unicodePwd", quoted));
    }
}
