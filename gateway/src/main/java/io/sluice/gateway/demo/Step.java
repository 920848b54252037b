package io.sluice.gateway.demo;

/** The kinds of requests of a provisioning cycle, as the summary names them. */
enum Step {
    TEST_CONNECTION("Test Connection"),
    MATCH_USER("match user"),
    CREATE_USER("create user"),
    SET_MANAGER("set manager"),
    MATCH_GROUP("match group"),
    CREATE_GROUP("create group"),
    ADD_MEMBER("add member"),
    READ_USER("read user"),
    UPDATE_USER("update user"),
    DEACTIVATE_USER("deactivate user"),
    REMOVE_MEMBER("remove member"),
    DELETE_USER("delete user"),
    CHECK("check result");

    private final String label;

    Step(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
