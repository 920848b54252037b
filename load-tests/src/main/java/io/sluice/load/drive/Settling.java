package io.sluice.load.drive;

import io.vertx.core.Future;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * When something that is measured in rounds is warm: what is new to Java becomes faster from round to round until its compilers
 * are done with it.
 *
 * @param agreeing how many rounds in a row have to agree
 * @param within how far the slowest of them may lie below the fastest; 0.03 is 3 %
 * @param most rounds after which it is taken as it is: a machine that is not quiet never agrees
 */
public record Settling(int agreeing, double within, int most) {

    /**
     * @param round measures a rate
     * @return how many rounds there were
     */
    public Future<Integer> run(Supplier<Future<Double>> round) {
        return next(round, List.of(), 0);
    }

    private Future<Integer> next(Supplier<Future<Double>> round, List<Double> last, int done) {
        if (done == most || agree(last)) {
            return Future.succeededFuture(done);
        }
        return round.get().compose(rate -> next(round, appended(last, rate), done + 1));
    }

    private boolean agree(List<Double> last) {
        return last.size() == agreeing && Collections.min(last) >= Collections.max(last) * (1 - within);
    }

    private List<Double> appended(List<Double> last, double rate) {
        return Stream.concat(last.stream(), Stream.of(rate))
                .skip(Math.max(0, last.size() + 1 - agreeing))
                .toList();
    }
}
