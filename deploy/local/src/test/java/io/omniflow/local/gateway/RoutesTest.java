package io.omniflow.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.local.SuiteService;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "/, TICKET",
        "/api/v1/tickets, TICKET",
        "/api/v1/tickets/42, TICKET",
        "/api/v1/imports, TICKET",
        "/api/v1/openapi, TICKET",
        "/api/v1/openapi/ui/start.js, TICKET",
        "/api/v1/slants, TICKET",
        "/api/v1/sla/tickets/42, SLA",
        "/api/v1/sla, SLA",
        "/api/v1/merges/7/undo, MERGE",
        "/api/v1/merges/preview, TICKET",
        "/api/v1/merges, MERGE",
        "/api/v1/audit/verify, MERGE",
        "/api/v1/auditors, TICKET",
        "/api/v1/integrations/links, INTEGRATION",
        "/webhooks/linear/7, INTEGRATION",
        "/quick, TICKET",
    })
    void a_path_belongs_to_the_service_that_claims_its_beginning(String path, SuiteService service) {
        assertEquals(Optional.of(service), Routes.serviceFor(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q", "/q/health", "/q/metrics"})
    void what_a_service_tells_its_operators_is_not_for_everybody(String path) {
        assertEquals(Optional.empty(), Routes.serviceFor(path));
    }
}
