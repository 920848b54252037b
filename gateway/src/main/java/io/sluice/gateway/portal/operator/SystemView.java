package io.sluice.gateway.portal.operator;

import java.util.List;

/** What the page System shows. */
public record SystemView(String version, String java, String started, List<Part> parts) {

    /**
     * Something that the node needs to work.
     *
     * @param kind the key of what it is called
     * @param problem what is wrong; empty when nothing is
     */
    public record Part(String kind, String name, String problem) {

        public static Part store(String name, String problem) {
            return new Part("system.kind.store", name, problem);
        }

        public static Part backend(String name, String problem) {
            return new Part("system.kind.backend", name, problem);
        }

        public boolean isGood() {
            return problem.isEmpty();
        }
    }

    public SystemView {
        parts = List.copyOf(parts);
    }
}
