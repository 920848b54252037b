package io.sluice.gateway.http;

import io.sluice.gateway.kit.Client;
import io.sluice.gateway.kit.Gateway;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Two gateways that are spoken to byte by byte: one that soon loses its patience, and one that never does within a test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class OverTheWire {

    Gateway gateway;
    Client scim;
    Gateway patient;
    String root;
    private Client patientScim;

    @BeforeAll
    void start() {
        gateway = Gateway.start(Map.of("SLUICE_HTTP_IDLE_TIMEOUT", "1s", "SLUICE_HTTP_BODY_TIMEOUT", "500ms"));
        scim = gateway.tenant("hard");
        patient = Gateway.start(Map.of("SLUICE_HTTP_IDLE_TIMEOUT", "1m", "SLUICE_HTTP_BODY_TIMEOUT", "1m"));
        patientScim = patient.tenant("patient");
        root = URI.create(scim.base()).getPath();
    }

    @AfterAll
    void stop() {
        gateway.close();
        patient.close();
    }

    /** The beginning of a request with a credential, to which lines may be added. */
    String head(String method, String path) {
        return method + " " + root + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + scim.credential()
                + "\r\n";
    }

    /** The same for the gateway that is patient. */
    String toPatient(String head) {
        return head.replace(scim.credential(), patientScim.credential())
                .replace(root, URI.create(patientScim.base()).getPath());
    }
}
