package io.sluice.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class IdleClientsTest {

    private static final HttpVersion HTTP = HttpVersion.HTTP_1_1;

    private final EmbeddedChannel channel = new EmbeddedChannel();
    private int closed;

    @BeforeEach
    void connect() {
        channel.freezeTime();
        channel.pipeline().addLast(new IdleClients(Duration.ofSeconds(30)), new ChannelInboundHandlerAdapter() {
            @Override
            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                closed += event instanceof IdleStateEvent ? 1 : 0;
            }
        });
    }

    @AfterEach
    void leave() {
        channel.finishAndReleaseAll();
    }

    @Test
    void silentClientIsIdle() {
        pass(29);
        assertThat(closed).isZero();
        pass(2);
        assertThat(closed).isEqualTo(1);
    }

    @Test
    void clientThatWaitsForItsAnswerIsNot() {
        request();
        pass(300);
        assertThat(closed).isZero();

        channel.writeOutbound(answer(HttpResponseStatus.OK));
        pass(29);
        assertThat(closed).isZero();
        pass(2);
        assertThat(closed).isPositive();
    }

    @Test
    void severalAnswersMayBeOutstanding() {
        request();
        request();
        channel.writeOutbound(answer(HttpResponseStatus.OK));
        pass(300);
        assertThat(closed).isZero();
    }

    @Test
    void halfARequestIsNoReasonToWait() {
        channel.writeInbound(new DefaultHttpRequest(HTTP, HttpMethod.POST, "/"));
        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        pass(31);
        assertThat(closed).isPositive();
    }

    @Test
    void interimAnswerIsNotTheAnswer() {
        channel.writeInbound(new DefaultHttpRequest(HTTP, HttpMethod.POST, "/"));
        channel.writeOutbound(answer(HttpResponseStatus.CONTINUE));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(300);
        assertThat(closed).isZero();
    }

    @Test
    void answerBeforeTheEndOfTheRequestCountsForIt() {
        channel.writeInbound(new DefaultHttpRequest(HTTP, HttpMethod.POST, "/"));
        channel.writeOutbound(answer(HttpResponseStatus.UNAUTHORIZED));
        channel.writeInbound(LastHttpContent.EMPTY_LAST_CONTENT);
        pass(31);
        assertThat(closed).isPositive();
    }

    @Test
    void clientThatDoesNotTakeItsAnswerIsIdle() {
        request();
        request();
        channel.write(Unpooled.wrappedBuffer(new byte[10]));
        pass(61);
        assertThat(closed).isPositive();
    }

    private void request() {
        channel.writeInbound(new DefaultHttpRequest(HTTP, HttpMethod.GET, "/"), LastHttpContent.EMPTY_LAST_CONTENT);
    }

    private static DefaultFullHttpResponse answer(HttpResponseStatus status) {
        return new DefaultFullHttpResponse(HTTP, status, Unpooled.EMPTY_BUFFER);
    }

    private void pass(int seconds) {
        for (int i = 0; i < seconds; i++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runScheduledPendingTasks();
        }
    }
}
