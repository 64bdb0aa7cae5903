package io.omniflow.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SuitePortsTest {
    @Test
    void one_port_for_two_is_refused_naming_both_options() {
        assertEquals(
                "Port 9092 is wanted twice: for PostgreSQL (change it with --postgres-port) and for Kafka (change it"
                        + " with --kafka-port)",
                refusal(new SuitePorts(8080, 9092, 9092, 8081)));
    }

    @Test
    void a_port_within_the_range_of_the_services_is_wanted_twice_as_well() {
        assertEquals(
                "Port 9083 is wanted twice: for Kafka (change it with --kafka-port) and for merge-service's management"
                        + " (change it with --service-port-base)",
                refusal(new SuitePorts(8080, 55432, 9083, 8081)));
    }

    private static String refusal(SuitePorts ports) {
        return String.valueOf(assertThrows(LaunchFailure.class, () -> ports.requireFree(SuiteService.all()))
                .getMessage());
    }
}
