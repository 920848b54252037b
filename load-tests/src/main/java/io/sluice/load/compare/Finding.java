package io.sluice.load.compare;

/**
 * A figure of one operation in both runs.
 *
 * @param change as a share of the earlier figure, positive when the later one is larger
 * @param verdict what it means
 */
record Finding(String operation, String figure, double before, double after, double change, Verdict verdict) {

    enum Verdict {
        SAME,
        BETTER,
        WORSE
    }

    /** A figure of which more is better. */
    static Finding more(String operation, String figure, double before, double after, double threshold) {
        double change = change(before, after);
        return new Finding(operation, figure, before, after, change, verdict(-change, threshold));
    }

    /** A figure of which less is better. */
    static Finding less(String operation, String figure, double before, double after, double threshold) {
        double change = change(before, after);
        return new Finding(operation, figure, before, after, change, verdict(change, threshold));
    }

    private static double change(double before, double after) {
        if (before == 0) {
            return after == 0 ? 0 : Double.POSITIVE_INFINITY;
        }
        return after / before - 1;
    }

    private static Verdict verdict(double loss, double threshold) {
        if (loss > threshold) {
            return Verdict.WORSE;
        }
        return loss < -threshold ? Verdict.BETTER : Verdict.SAME;
    }
}
