package io.sluice.core.filter;

/**
 * How much of a filter is read before it is refused, so that no filter costs more than it should.
 *
 * @param maxLength in characters
 * @param maxDepth of parentheses and brackets in one another
 * @param maxTerms comparisons and presence tests together
 */
public record FilterLimits(int maxLength, int maxDepth, int maxTerms) {

    public static final FilterLimits DEFAULT = new FilterLimits(4_096, 20, 64);

    public FilterLimits {
        if (maxLength < 1 || maxDepth < 1 || maxTerms < 1) {
            throw new IllegalArgumentException("The limits of a filter have to be 1 or more");
        }
    }
}
