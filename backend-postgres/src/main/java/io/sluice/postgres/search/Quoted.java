package io.sluice.postgres.search;

/** Names of the schema as constants of SQL. They come from administrators, so they are quoted whatever they look like. */
final class Quoted {

    private Quoted() {}

    static String text(String name) {
        return "'" + name.replace("'", "''") + "'";
    }
}
