package io.omniflow.contract.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.contract.asyncapi.AsyncApi;
import io.omniflow.contract.asyncapi.AsyncApi.Message;
import io.omniflow.contract.compatibility.Break.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** A whole contract with the released one: no type gone, none on another topic, keys and headers and data as before. */
final class ContractComparison {
    private ContractComparison() {}

    /** Schemas by type, and the document that says where they travel. */
    record Contract(SortedMap<String, JsonNode> schemas, AsyncApi document) {}

    static List<Break> compare(Contract released, Contract today) {
        List<Break> breaks = new ArrayList<>();
        released.schemas().forEach((type, schema) -> {
            JsonNode now = today.schemas().get(type);
            if (now == null) {
                breaks.add(new Break(Kind.TYPE_REMOVED, type, "an older reader waits for it"));
            } else {
                breaks.addAll(SchemaComparison.compare(type, schema, now));
            }
        });
        Map<String, Message> messages = today.document().messages();
        released.document().messages().forEach((type, message) -> {
            Message now = messages.get(type);
            if (now == null) {
                breaks.add(new Break(Kind.TYPE_REMOVED, type, "it is in no channel"));
            } else if (!now.address().equals(message.address())) {
                breaks.add(
                        new Break(Kind.TYPE_MOVED, type, "was on " + message.address() + ", is on " + now.address()));
            } else {
                breaks.addAll(
                        SchemaComparison.compare(type + " headers", headers(released, message), headers(today, now)));
                breaks.addAll(SchemaComparison.compare(type + " key", key(released, message), key(today, now)));
            }
        });
        return breaks;
    }

    private static Schema headers(Contract contract, Message message) {
        return schema(contract, contract.document().said(message, "headers").orElseThrow());
    }

    private static Schema key(Contract contract, Message message) {
        return schema(
                contract,
                contract.document().said(message, "bindings").orElseThrow().at("/kafka/key"));
    }

    private static Schema schema(Contract contract, JsonNode node) {
        return Schema.of(contract.document().root(), node);
    }
}
