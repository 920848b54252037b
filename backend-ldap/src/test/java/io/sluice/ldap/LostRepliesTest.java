package io.sluice.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedAddResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedDeleteResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyDNResult;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedModifyResult;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ResultCode;
import io.sluice.core.backend.BackendReply;
import io.sluice.core.control.AuditChange;
import io.sluice.core.kit.BackendContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.Documents;
import io.sluice.core.kit.Fixtures;
import io.sluice.core.resource.StoredResource;
import io.sluice.ldap.server.InMemoryServer;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The directory does what it is asked, and the connection breaks before it can say so. */
final class LostRepliesTest extends BackendContract {

    private static final LDAPResult LOST = new LDAPResult(1, ResultCode.SERVER_DOWN);

    private final AtomicInteger losing = new AtomicInteger();

    @Override
    protected BackendSetup setup(Vertx vertx) {
        return new LdapSetup(vertx, InMemoryServer.start(new Loser()));
    }

    @Test
    void aCreateIsFoundAgainAndNotDoneTwice() {
        losing.set(1);

        StoredResource user = client().user(Fixtures.name("lost"));

        assertThat(client().read(user).version()).isEqualTo(user.version());
        assertThat(events(client(), user)).hasSize(1);
    }

    @Test
    void aPatchIsFoundAgainAndNotDoneTwice() {
        StoredResource user = client().user(Fixtures.name("lost"));
        losing.set(1);

        BackendReply.Stored reply =
                client().patch(user, "{\"op\": \"add\", \"path\": \"emails\", \"value\": [{\"value\": \"a@b.c\"}]}");

        assertThat(reply.changed()).isTrue();
        assertThat(Documents.of(client().read(user)).path("emails")).hasSize(1);
        assertThat(events(client(), user).getLast().changes())
                .extracting(AuditChange::attribute)
                .containsExactly("emails");
        assertThat(events(client(), user)).hasSize(2);
    }

    @Test
    void aRenameIsFoundAgainAndItsMembershipsFollow() {
        StoredResource user = client().user(Fixtures.name("lost"));
        StoredResource group = client().group(Fixtures.name("group"), user);
        losing.set(1);

        client().patch(user, """
                {"op": "replace", "path": "userName", "value": "%s"}""".formatted(Fixtures.name("found")));

        assertThat(client().memberIds(group)).containsExactly(user.id());
        assertThat(events(client(), user)).hasSize(2);
    }

    @Test
    void anAddedMemberIsFoundAgainAndTheReplySaysThatItCame() {
        StoredResource user = client().user(Fixtures.name("lost"));
        StoredResource group = client().group(Fixtures.name("group"));
        losing.set(1);

        BackendReply.Stored reply = client().patch(group, """
                {"op": "add", "path": "members", "value": [{"value": "%s"}]}""".formatted(user.id()));

        assertThat(reply.changed()).isTrue();
        assertThat(client().memberIds(group)).containsExactly(user.id());
        assertThat(events(client(), group)).hasSize(2);
    }

    @Test
    void aDeleteIsDeletedAndNotNotFound() {
        StoredResource user = client().user(Fixtures.name("lost"));
        losing.set(1);

        client().delete(user);

        assertThat(client().exists(user)).isFalse();
        assertThat(events(client(), user)).hasSize(2);
    }

    private final class Loser extends InMemoryOperationInterceptor {

        @Override
        public void processAddResult(InMemoryInterceptedAddResult result) {
            if (loses()) {
                result.setResult(LOST);
            }
        }

        @Override
        public void processModifyResult(InMemoryInterceptedModifyResult result) {
            if (loses()) {
                result.setResult(LOST);
            }
        }

        @Override
        public void processModifyDNResult(InMemoryInterceptedModifyDNResult result) {
            if (loses()) {
                result.setResult(LOST);
            }
        }

        @Override
        public void processDeleteResult(InMemoryInterceptedDeleteResult result) {
            if (loses()) {
                result.setResult(LOST);
            }
        }

        private boolean loses() {
            return losing.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        }
    }
}
