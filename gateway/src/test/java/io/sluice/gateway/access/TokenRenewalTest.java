package io.sluice.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import io.sluice.gateway.kit.Reply;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Several administrators, or one who is impatient, renew one token. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TokenRenewalTest {

    private Gateway gateway;

    @BeforeAll
    void start() {
        gateway = Gateway.start();
    }

    @AfterAll
    void stop() {
        gateway.close();
    }

    @Test
    void ofParallelRenewalsOneGivesTheTextThatWorksAndTheOthersSaySo() {
        Client tenant = gateway.tenant("parallel");
        String renew = renewal("parallel");
        List<Reply> replies;
        try (ExecutorService eight = Executors.newFixedThreadPool(8)) {
            replies = IntStream.range(0, 8)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> admin().post(renew, "{}"), eight))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
        }
        List<Reply> won =
                replies.stream().filter(reply -> reply.status() == 200).toList();
        assertThat(won).hasSize(1);
        tenant.as(won.getFirst().at("/token")).get("/Users").expect(200);
        tenant.get("/Users").expectError(401, "");
        for (Reply reply : replies) {
            if (reply.status() != 200) {
                assertThat(reply.expect(409).at("/detail")).contains("was renewed meanwhile");
            }
        }
    }

    @Test
    void aTextThatIsNotInUseYetIsReplacedByWhoNamesIt() {
        Client tenant = gateway.tenant("named");
        String renew = renewal("named");
        String first = admin().post(renew, "{}").expect(200).at("/token");
        admin().post(renew, "{}").expect(409);
        Reply second = admin().post(renew, "{\"lastFour\":\"%s\"}".formatted(lastFour(first)))
                .expect(200);
        Reply late = admin().post(renew, "{\"lastFour\":\"%s\"}".formatted(lastFour(first)))
                .expect(409);
        assertThat(late.at("/detail")).contains("was renewed meanwhile", second.at("/lastFour"));
        tenant.as(second.at("/token")).get("/Users").expect(200);
    }

    @Test
    void aTextInUseIsRenewedWithoutNamingIt() {
        Client tenant = gateway.tenant("inuse");
        String renew = renewal("inuse");
        String first = admin().post(renew, "{}").expect(200).at("/token");
        tenant.as(first).get("/Users").expect(200);
        admin().post(renew, "{}").expect(200);
    }

    @Test
    void anUnknownTokenIsNotFoundEachTime() {
        gateway.tenant("unknown");
        admin().post("/tenants/unknown/tokens/nobody/renew", "{}").expect(404);
        admin().post("/tenants/unknown/tokens/nobody/renew", "{}").expect(404);
    }

    @Test
    void aPromisedOverlapIsKeptUnlessItsEndIsAskedFor() {
        Client first = gateway.tenant("promise");
        String renew = renewal("promise");
        Client second = first.as(
                admin().post(renew, "{\"overlapMinutes\":1440}").expect(200).at("/token"));
        second.get("/Users").expect(200);
        assertThat(admin().post(renew, "{}").expect(409).at("/detail")).contains("overlapMinutes");
        Client third = first.as(
                admin().post(renew, "{\"overlapMinutes\":60}").expect(200).at("/token"));
        for (Client working : List.of(first, second, third)) {
            working.get("/Users").expect(200);
        }
        Client fourth = first.as(
                admin().post(renew, "{\"overlapMinutes\":0}").expect(200).at("/token"));
        for (Client ended : List.of(first, second, third)) {
            ended.get("/Users").expectError(401, "");
        }
        fourth.get("/Users").expect(200);
    }

    private Client admin() {
        return gateway.admin();
    }

    private String renewal(String tenant) {
        return "/tenants/" + tenant + "/tokens/"
                + admin().get("/tenants/" + tenant + "/tokens").at("/items/0/id") + "/renew";
    }

    private static String lastFour(String text) {
        return text.substring(text.length() - 4);
    }
}
