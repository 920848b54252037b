package io.sluice.gateway.config;

/** Where a setting comes from, in words that lead the reader there. */
public sealed interface Source {

    String text();

    record FileLine(String file, int line) implements Source {
        @Override
        public String text() {
            return line == 0 ? file : file + " line " + line;
        }
    }

    record Environment(String variable) implements Source {
        @Override
        public String text() {
            return "environment variable " + variable;
        }
    }

    record Default() implements Source {
        @Override
        public String text() {
            return "default";
        }
    }

    /** Chosen by the programme, such as the address of the embedded server. */
    record Programme(String text) implements Source {}
}
