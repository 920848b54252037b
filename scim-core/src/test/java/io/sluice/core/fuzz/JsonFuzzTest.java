package io.sluice.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.core.json.StrictJson;
import io.vertx.core.buffer.Buffer;

final class JsonFuzzTest {

    @FuzzTest
    void whatIsReadCanBeWrittenAndReadAgain(FuzzedDataProvider data) {
        Buffer sent = Buffer.buffer(data.consumeRemainingAsBytes());
        Refusals.attempt(() -> StrictJson.parse(sent))
                .ifPresent(read ->
                        assertThat(StrictJson.parse(StrictJson.write(read))).isEqualTo(read));
    }
}
