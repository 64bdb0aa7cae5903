package io.omniflow.testing;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.testing.sample.NoteCommandsIn;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ops see, and where. */
@QuarkusTest
@WithTestResource(value = Backing.class, scope = TestResourceScope.GLOBAL)
class MetricsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final NoteCommands commands = NoteCommands.ofNewTicket();

    @BeforeEach
    void an_event_is_handled_and_another_published() {
        Events.publish(commands.add("one"));
        await().atMost(PATIENCE).until(commands::effects, equalTo(List.of("one")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "omniflow_outbox_depth",
                "omniflow_outbox_age_milliseconds",
                "omniflow_outbox_leading",
                "omniflow_outbox_published_total",
                "omniflow_inbox_handling_seconds_sum",
                "kafka_consumer_fetch_manager_records_lag_max",
                "kafka_producer_record_error_total"
            })
    void a_metric_is_told(String name) {
        await().atMost(PATIENCE).until(() -> Management.metric(name), not(empty()));
    }

    @Test
    void handling_and_publishing_are_counted() {
        String handled = "omniflow_inbox_handling_seconds_count\\{consumer=\"" + NoteCommandsIn.CONSUMER + "\"\\}";
        double handledBefore = sum(handled);
        double publishedBefore = sum("omniflow_outbox_published_total");
        Events.publish(commands.add("two"));
        await().atMost(PATIENCE).until(() -> sum(handled) > handledBefore);
        await().atMost(PATIENCE).until(() -> sum("omniflow_outbox_published_total") > publishedBefore);
    }

    @Test
    void readiness_is_told_on_the_management_port_only() {
        Management.get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        assertEquals(404, given().get("/q/health/ready").statusCode());
        assertEquals(404, given().get("/q/metrics").statusCode());
    }

    @Test
    void no_outbox_is_deep_once_all_is_published() {
        await().atMost(PATIENCE).until(() -> Management.metric("omniflow_outbox_depth"), equalTo(List.of(0.0)));
    }

    private static double sum(String metric) {
        return Management.metric(metric).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }
}
