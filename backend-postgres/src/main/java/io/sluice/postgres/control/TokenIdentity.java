package io.sluice.postgres.control;

/** Which token an event is about. */
record TokenIdentity(String id, String idp) {}
