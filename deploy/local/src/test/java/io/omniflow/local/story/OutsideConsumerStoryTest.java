package io.omniflow.local.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.local.Suite;
import io.omniflow.local.demo.SuiteApi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The consumer that the contract's README shows, with nothing of ours on its class path. */
@ExtendWith(OneSuite.class)
class OutsideConsumerStoryTest {
    private static final List<String> LIBRARIES = List.of(
            "org.apache.kafka.clients.consumer.KafkaConsumer", "org.slf4j.Logger", "net.jpountz.lz4.LZ4Factory");

    private final Suite suite;

    OutsideConsumerStoryTest(Suite suite) {
        this.suite = suite;
    }

    @Test
    void a_program_from_outside_reads_what_happens_to_tickets(@TempDir Path folder) throws Exception {
        try (JavaProgram consumer = JavaProgram.start(
                        folder,
                        "event-contract",
                        LIBRARIES,
                        "io.omniflow.contract.outside.PrintTickets",
                        suite.kafka());
                SuiteApi api = new SuiteApi(suite.baseUrl(), suite.token())) {
            String ticket = api.post("/api/v1/tickets", "application/json", "{\"title\": \"Seen from outside\"}")
                    .orFail("Opening a ticket")
                    .body()
                    .path("id")
                    .asText();

            String line = consumer.awaitLine("omniflow.ticket.created.v1 " + ticket);

            JsonNode data = new ObjectMapper().readTree(line.substring(line.indexOf('{')));
            assertEquals("Seen from outside", data.path("ticket").path("title").asText());
        }
    }
}
