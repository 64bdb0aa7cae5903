package io.omniflow.contract.outside;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Prints every ticket fact from the beginning: {@code java ... PrintTickets localhost:9092}. */
public final class PrintTickets {
    private PrintTickets() {}

    public static void main(String[] args) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", args[0], "group.id", "print-tickets", "auto.offset.reset", "earliest");
        var text = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            consumer.subscribe(List.of("omniflow.tickets.v1"));
            while (true) {
                for (var event : consumer.poll(Duration.ofSeconds(1))) {
                    String type = header(event.headers(), "ce_type");
                    String time = header(event.headers(), "ce_time");
                    System.out.println(time + " " + type + " " + event.key() + " " + event.value());
                }
            }
        }
    }

    private static String header(Headers headers, String name) {
        return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
