package io.sluice.ldap.write;

import io.sluice.core.backend.BackendReply;
import io.sluice.core.backend.BackendRequest;
import io.sluice.core.control.TenantId;
import io.sluice.core.error.ErrorKind;
import io.sluice.core.error.ScimException;
import io.sluice.ldap.audit.ResourceAudit;
import io.sluice.ldap.entry.Entries;
import io.sluice.ldap.entry.Locations;
import io.sluice.ldap.entry.MemberLists;
import io.sluice.ldap.entry.Realm;
import io.sluice.ldap.entry.Replies;
import io.sluice.ldap.entry.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the writes: those to one resource in their order, member changes of one group together. */
public final class Writes {

    private static final Logger LOG = LoggerFactory.getLogger(Writes.class);

    /** Values in one modification; larger requests are done by themselves. */
    private static final int MOST_TOGETHER = 1_000;

    private record Resource(TenantId tenant, String id) {}

    /** A write in its lane, and where its reply or failure goes. */
    private record Waiting(
            BackendRequest request, Consumer<BackendReply> reply, Consumer<Throwable> failure, ResourceAudit audit) {

        private void complete(Supplier<BackendReply> work) {
            try {
                succeeded(work.get());
            } catch (ScimException e) {
                failed(e);
            } catch (RuntimeException | Error e) {
                // Also an Error must not end a lane: nobody would do the writes that come after it.
                LOG.error("A write failed in a way that nobody foresaw", e);
                audit.failed(request.context(), ErrorKind.INTERNAL);
                failure.accept(e);
            }
        }

        private void succeeded(BackendReply made) {
            audit.settle(request.context().operationId().toString());
            reply.accept(made);
        }

        private void failed(ScimException e) {
            audit.failed(request.context(), e.error().kind());
            failure.accept(e);
        }
    }

    private final CreateWrite create;
    private final UpdateWrite update;
    private final MemberWrite members;
    private final DeleteWrite delete;
    private final PurgeWrite purge;
    private final Lanes<Resource, Waiting> lanes;
    private final Executor executor;
    private final ResourceAudit audit;

    public Writes(
            Realm realm,
            Entries entries,
            Locations locations,
            Resources resources,
            MemberLists memberLists,
            Replies replies,
            ResourceAudit audit,
            Executor executor) {
        Workshop workshop = Workshop.of(realm, entries, locations, resources, memberLists, replies, audit);
        MemberTargets targets = new MemberTargets(locations);
        Passwords passwords = new Passwords(realm);
        Sweep sweep = new Sweep(realm, locations);
        this.create = new CreateWrite(workshop, targets, passwords, sweep);
        this.update = new UpdateWrite(workshop, targets, passwords, new Rename(workshop, sweep));
        this.members = new MemberWrite(workshop, update);
        this.delete = new DeleteWrite(workshop, sweep);
        this.purge = new PurgeWrite(workshop);
        this.executor = executor;
        this.audit = audit;
        this.lanes = new Lanes<>(executor, (resource, writes) -> turn(writes));
    }

    public void create(BackendRequest.Create request, Consumer<BackendReply> reply, Consumer<Throwable> failure) {
        executor.execute(() -> new Waiting(request, reply, failure, audit).complete(() -> create.run(request)));
    }

    public void purge(BackendRequest.Purge request, Consumer<BackendReply> reply, Consumer<Throwable> failure) {
        executor.execute(() -> new Waiting(request, reply, failure, audit).complete(() -> purge.run(request)));
    }

    /** A Replace, Patch or Delete of the resource with that id. */
    public void change(BackendRequest request, String id, Consumer<BackendReply> reply, Consumer<Throwable> failure) {
        lanes.submit(new Resource(request.context().tenant(), id), new Waiting(request, reply, failure, audit));
    }

    private void turn(List<Waiting> writes) {
        List<Waiting> together = new ArrayList<>();
        List<MemberPatch> patches = new ArrayList<>();
        int values = 0;
        for (Waiting write : writes) {
            if (write.request() instanceof BackendRequest.Patch patch && MemberPatch.fits(patch)) {
                MemberPatch member = MemberPatch.of(patch);
                if (values + member.wanted().size() > MOST_TOGETHER) {
                    runTogether(together, patches);
                    values = 0;
                }
                together.add(write);
                patches.add(member);
                values += member.wanted().size();
            } else {
                runTogether(together, patches);
                values = 0;
                write.complete(() -> run(write.request()));
            }
        }
        runTogether(together, patches);
    }

    private BackendReply run(BackendRequest request) {
        return switch (request) {
            case BackendRequest.Replace replace -> update.run(Edit.of(replace));
            case BackendRequest.Patch patch -> update.run(Edit.of(patch));
            case BackendRequest.Delete gone -> delete.run(gone);
            case BackendRequest.Create made -> create.run(made);
            case BackendRequest.Purge all -> purge.run(all);
            case BackendRequest.Read read -> throw new IllegalArgumentException("Not a write: " + read.id());
            case BackendRequest.Search search -> throw new IllegalArgumentException("Not a write: " + search.query());
            case BackendRequest.ReadMembers read ->
                throw new IllegalArgumentException("Not a write: " + read.groupId());
        };
    }

    private void runTogether(List<Waiting> waiting, List<MemberPatch> patches) {
        if (waiting.isEmpty()) {
            return;
        }
        List<MemberWrite.Outcome> outcomes = outcomes(patches);
        for (int i = 0; i < waiting.size(); i++) {
            switch (outcomes.get(i)) {
                case MemberWrite.Outcome.Replied replied -> waiting.get(i).succeeded(replied.reply());
                case MemberWrite.Outcome.Refused refused -> waiting.get(i).failed(refused.reason());
            }
        }
        waiting.clear();
        patches.clear();
    }

    private List<MemberWrite.Outcome> outcomes(List<MemberPatch> patches) {
        try {
            return members.run(patches);
        } catch (ScimException e) {
            return patches.stream()
                    .<MemberWrite.Outcome>map(ignored -> new MemberWrite.Outcome.Refused(e))
                    .toList();
        } catch (RuntimeException | Error e) {
            LOG.error("Member changes failed in a way that nobody foresaw", e);
            ScimException failure =
                    ScimException.of(ErrorKind.INTERNAL, "The backend failed unexpectedly; the log has the details.");
            return patches.stream()
                    .<MemberWrite.Outcome>map(ignored -> new MemberWrite.Outcome.Refused(failure))
                    .toList();
        }
    }
}
