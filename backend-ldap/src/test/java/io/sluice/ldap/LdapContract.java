package io.sluice.ldap;

import io.sluice.core.kit.AuditContract;
import io.sluice.core.kit.BackendSetup;
import io.sluice.core.kit.ConcurrencyContract;
import io.sluice.core.kit.CreateContract;
import io.sluice.core.kit.CustomTypeContract;
import io.sluice.core.kit.DeleteContract;
import io.sluice.core.kit.IdempotencyContract;
import io.sluice.core.kit.LifecycleContract;
import io.sluice.core.kit.MemberContract;
import io.sluice.core.kit.PagingContract;
import io.sluice.core.kit.PatchContract;
import io.sluice.core.kit.RandomFilterContract;
import io.sluice.core.kit.RandomPatchContract;
import io.sluice.core.kit.ReadContract;
import io.sluice.core.kit.ReplaceContract;
import io.sluice.core.kit.SearchContract;
import io.sluice.core.kit.SortContract;
import io.sluice.core.kit.TenantIsolationContract;
import io.sluice.core.kit.UniquenessContract;
import io.sluice.core.kit.VersionContract;
import io.sluice.ldap.server.DirectoryServer;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Nested;

/** The whole contract of backends and the races, on the directory that a subclass names. */
abstract class LdapContract {

    /** A directory with our schema and an empty suffix; the setup closes it. */
    abstract DirectoryServer server();

    private BackendSetup on(Vertx vertx) {
        return new LdapSetup(vertx, server());
    }

    @Nested
    final class Create extends CreateContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Read extends ReadContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Replace extends ReplaceContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Patch extends PatchContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Delete extends DeleteContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Member extends MemberContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Uniqueness extends UniquenessContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Version extends VersionContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Idempotency extends IdempotencyContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Concurrency extends ConcurrencyContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Lifecycle extends LifecycleContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class CustomType extends CustomTypeContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Audit extends AuditContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class TenantIsolation extends TenantIsolationContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Search extends SearchContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Sort extends SortContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Paging extends PagingContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class RandomFilter extends RandomFilterContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class RandomPatch extends RandomPatchContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class Races extends RacesContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }

    @Nested
    final class AwkwardNames extends AwkwardNamesContract {
        @Override
        protected BackendSetup setup(Vertx vertx) {
            return on(vertx);
        }
    }
}
