package io.omniflow.ticket.rule.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.ticket.rule.domain.RuleTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BadRequestException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON Merge Patch (RFC 7396) over the terms of a rule as they are shown, read as strictly as new ones. */
@ApplicationScoped
class RulePatch {
    private final ObjectMapper json;

    RulePatch(ObjectMapper json) {
        this.json = json;
    }

    /** Fails with 400 for a shape a rule has not, and with 422. */
    RuleTerms over(RuleTerms before, Map<String, @Nullable Object> patch) {
        JsonNode merged = merged(json.valueToTree(RuleRequest.of(before)), json.valueToTree(patch));
        try {
            return json.treeToValue(merged, RuleRequest.class).terms(before.position());
        } catch (JsonProcessingException refused) {
            throw new BadRequestException(refused);
        }
    }

    private static JsonNode merged(@Nullable JsonNode before, JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            return patch;
        }
        ObjectNode after = before instanceof ObjectNode object ? object.deepCopy() : fields.objectNode();
        fields.properties().forEach(field -> {
            if (field.getValue().isNull()) {
                after.remove(field.getKey());
            } else {
                after.set(field.getKey(), merged(after.get(field.getKey()), field.getValue()));
            }
        });
        return after;
    }
}
