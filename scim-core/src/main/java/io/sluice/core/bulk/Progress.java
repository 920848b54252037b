package io.sluice.core.bulk;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which steps of a plan may begin and which are over. */
final class Progress {

    private final List<List<Integer>> followers;
    private final int[] waitingFor;
    private final BitSet free = new BitSet();
    private final boolean inOrder;
    private int begun;
    private int over;

    /**
     * @param inOrder whether a step begins only after all those before it have begun
     */
    Progress(List<BulkStep> steps, boolean inOrder) {
        this.followers = new ArrayList<>(steps.size());
        this.waitingFor = new int[steps.size()];
        this.inOrder = inOrder;
        for (int place = 0; place < steps.size(); place++) {
            followers.add(new ArrayList<>(0));
            List<Integer> after = steps.get(place).after();
            waitingFor[place] = after.size();
            free.set(place, after.isEmpty());
            for (int earlier : after) {
                followers.get(earlier).add(place);
            }
        }
    }

    /** The place of the first step that may begin, -1 when there is none. */
    int next() {
        int first = free.nextSetBit(0);
        return inOrder && first != begun ? -1 : first;
    }

    void begin(int place) {
        free.clear(place);
        begun++;
    }

    void end(int place) {
        over++;
        for (int follower : followers.get(place)) {
            waitingFor[follower]--;
            if (waitingFor[follower] == 0) {
                free.set(follower);
            }
        }
    }

    boolean isOver() {
        return over == waitingFor.length;
    }
}
