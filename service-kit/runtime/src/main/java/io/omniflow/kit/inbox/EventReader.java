package io.omniflow.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.EventHeaders;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.outbox.History;
import io.omniflow.kit.outbox.Origin;
import io.omniflow.kit.outbox.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads CloudEvents in Kafka's binary mode into records of the contract. */
final class EventReader {
    private static final UUID NO_ID = new UUID(0, 0);
    /** No digit of a number is lost, and nothing that follows the JSON is passed over. */
    private static final DeserializationFeature[] EXACT = {
        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
        DeserializationFeature.USE_BIG_INTEGER_FOR_INTS,
        DeserializationFeature.FAIL_ON_TRAILING_TOKENS
    };

    private EventReader() {}

    /** An event of a type not known here is read too, as {@link UnknownData}. */
    static Reading readAny(ConsumerRecord<String, byte[]> record) {
        Reading reading = read(record);
        if (!(reading instanceof Reading.UnknownType(String type))) {
            return reading;
        }
        try {
            JsonNode json = ContractJson.mapper().reader().withFeatures(EXACT).readTree(content(record));
            return new Reading.Read(event(record, type, new UnknownData(json)));
        } catch (IOException | RuntimeException e) {
            return new Reading.Unreadable(reason(e));
        }
    }

    static Reading read(ConsumerRecord<String, byte[]> record) {
        try {
            String type = required(record, EventHeaders.TYPE);
            Optional<Class<?>> known = EventCatalog.recordOf(type);
            if (known.isEmpty()) {
                return new Reading.UnknownType(type);
            }
            Object data = ContractJson.mapper().readValue(content(record), known.get());
            if (data == null) {
                return new Reading.Unreadable("the JSON value null");
            }
            Complete.check(data);
            return new Reading.Read(event(record, type, data));
        } catch (IOException | RuntimeException e) {
            return new Reading.Unreadable(reason(e));
        }
    }

    private static ReceivedEvent event(ConsumerRecord<String, byte[]> record, String type, Object data) {
        @Nullable String sequence = header(record, EventHeaders.SEQUENCE);
        @Nullable String change = header(record, EventHeaders.CHANGE);
        return new ReceivedEvent(
                UUID.fromString(required(record, EventHeaders.ID)),
                type,
                required(record, EventHeaders.SOURCE),
                new WorkspaceId(idOr(header(record, EventHeaders.WORKSPACE))),
                idOr(header(record, EventHeaders.SUBJECT)),
                Instant.parse(required(record, EventHeaders.TIME)),
                sequence == null ? null : Long.valueOf(sequence),
                origin(record),
                change == null ? null : UUID.fromString(change),
                "false".equals(header(record, EventHeaders.CHANGE_LAST)) ? Position.INNER : Position.LAST,
                "true".equals(header(record, EventHeaders.BACKFILL)) ? History.BACKFILL : History.LIVE,
                data,
                record.topic(),
                record.partition(),
                record.offset());
    }

    private static Origin origin(ConsumerRecord<String, byte[]> record) {
        @Nullable String actor = header(record, EventHeaders.ACTOR);
        @Nullable String correlation = header(record, EventHeaders.CORRELATION);
        return new Origin(
                actor == null ? "system:" + required(record, EventHeaders.SOURCE) : actor,
                correlation == null ? required(record, EventHeaders.ID) : correlation,
                header(record, EventHeaders.CAUSATION),
                header(record, EventHeaders.TRACE_PARENT),
                header(record, EventHeaders.SOURCE_ADDRESS));
    }

    /** Only what concerns no workspace at all, such as publishing progress, comes without these ids. */
    private static UUID idOr(@Nullable String id) {
        return id == null ? NO_ID : UUID.fromString(id);
    }

    private static byte[] content(ConsumerRecord<String, byte[]> record) throws IOException {
        if (record.value() == null) {
            throw new IOException("no content");
        }
        return record.value();
    }

    private static String required(ConsumerRecord<String, byte[]> record, String name) {
        @Nullable String value = header(record, name);
        if (value == null) {
            throw new IllegalArgumentException("header " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Jackson's messages may quote the content; its first line up to the source reference does not. */
    private static String reason(Exception e) {
        if (e instanceof com.fasterxml.jackson.core.JsonProcessingException json) {
            return json.getClass().getSimpleName() + " at " + json.getLocation();
        }
        return String.valueOf(e.getMessage());
    }
}
