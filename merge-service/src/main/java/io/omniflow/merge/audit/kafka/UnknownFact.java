package io.omniflow.merge.audit.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.contract.Topics;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.inbox.UnknownData;
import io.omniflow.merge.audit.domain.Fact;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a newer service told, of a type not known here. It is recorded with everything it said, under the names the
 * contract uses for the same things today, and with its whole type.
 */
final class UnknownFact {
    private UnknownFact() {}

    static Fact of(ReceivedEvent event, UnknownData unknown) {
        ObjectNode data = object(unknown.json());
        data.remove("ticket");
        data.put("type", event.type());
        return RecordedFact.fact(event, ticketId(event, unknown.json()), id(unknown.json(), "mergeId"), data);
    }

    private static ObjectNode object(JsonNode json) {
        return json instanceof ObjectNode object
                ? object.deepCopy()
                : JsonNodeFactory.instance.objectNode().set("data", json);
    }

    private static @Nullable UUID ticketId(ReceivedEvent event, JsonNode json) {
        return switch (event.topic()) {
            case Topics.WORKSPACE -> null;
            case Topics.INTEGRATIONS -> id(json, "ticketId");
            default -> event.subject();
        };
    }

    private static @Nullable UUID id(JsonNode json, String field) {
        try {
            return json.path(field).isTextual()
                    ? UUID.fromString(json.path(field).textValue())
                    : null;
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
