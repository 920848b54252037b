package io.sluice.core.kit;

/**
 * What the random contracts run on: {@code -Dsluice.kit.seed} and {@code -Dsluice.kit.filters}, {@code -Dsluice.kit.patches} choose
 * another run or a longer one. The same seed gives the same cases.
 */
record Seeds(long seed, int filters, int patches) {

    static Seeds configured() {
        return new Seeds(
                Long.getLong("sluice.kit.seed", 20_260_131L),
                Integer.getInteger("sluice.kit.filters", 2_000),
                Integer.getInteger("sluice.kit.patches", 1_000));
    }
}
