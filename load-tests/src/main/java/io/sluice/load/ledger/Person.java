package io.sluice.load.ledger;

import java.util.Optional;

/** What was acknowledged of one user. Belongs to one lane while a round runs, and to the verification between rounds. */
final class Person {

    final String userName;
    Optional<String> id = Optional.empty();
    Optional<Doubt> doubt = Optional.empty();
    boolean alive;
    boolean member;
    /** How often the title was changed; it says the number. */
    int patches;

    Person(String userName) {
        this.userName = userName;
    }

    String key() {
        return id.orElseThrow();
    }

    static String title(int patches) {
        return "Title " + patches;
    }
}
