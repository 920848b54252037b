package io.sluice.core.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.sluice.core.patch.PathParser;

final class PathFuzzTest {

    @FuzzTest
    void textOfAPathIsThePath(FuzzedDataProvider data) {
        String sent = data.consumeRemainingAsString();
        Refusals.attempt(() -> PathParser.parse(sent))
                .ifPresent(parsed -> assertThat(PathParser.parse(parsed.text())).isEqualTo(parsed));
    }
}
