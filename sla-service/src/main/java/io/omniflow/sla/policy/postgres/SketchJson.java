package io.omniflow.sla.policy.postgres;

import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.policy.Sketch;
import io.omniflow.sla.policy.SketchText;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Sketches as JSON, their definition as the rows of {@code policy} have it. */
@ApplicationScoped
class SketchJson implements SketchText {
    @Override
    public String write(Sketch sketch) {
        return new JsonObject()
                .put("revision", sketch.revision())
                .put("policyId", sketch.ref().id().toString())
                .put("version", sketch.ref().version())
                .put("position", sketch.position())
                .put("calendarVersion", sketch.calendarVersion())
                .put("name", sketch.definition().name())
                .put("definition", DefinitionJson.of(sketch.definition()))
                .encode();
    }

    @Override
    public Sketch read(String text) {
        JsonObject json = new JsonObject(text);
        return new Sketch(
                json.getInteger("revision"),
                new PolicyRef(UUID.fromString(json.getString("policyId")), json.getInteger("version")),
                json.getInteger("position"),
                DefinitionJson.read(json.getString("name"), json.getJsonObject("definition")),
                json.getInteger("calendarVersion"));
    }
}
