package io.sluice.load.scenario;

/** The methods that identity providers use. */
public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
}
