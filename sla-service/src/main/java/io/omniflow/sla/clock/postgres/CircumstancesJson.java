package io.omniflow.sla.clock.postgres;

import io.omniflow.sla.clock.domain.Answer;
import io.omniflow.sla.clock.domain.Circumstances;
import io.omniflow.sla.clock.domain.Merging;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Wait;
import io.vertx.core.json.JsonObject;
import java.util.Objects;

/** What is true of a ticket, as JSON. */
final class CircumstancesJson {
    private CircumstancesJson() {}

    static JsonObject write(Circumstances now) {
        return TraitsJson.write(now.traits())
                .put("status", Words.of(now.status()))
                .put("priority", Words.of(now.priority()))
                .put("assignee", Objects.toString(now.assignee(), null))
                .put("conversations", now.conversations())
                .put("merging", Words.of(now.merging()))
                .put("answer", Words.of(now.answer()))
                .put("customer", Words.of(now.customer()))
                .put("starts", StartsJson.write(now.starts()));
    }

    static Circumstances read(JsonObject json) {
        return new Circumstances(
                Words.read(Status.class, json.getString("status")),
                Words.read(Priority.class, json.getString("priority")),
                TraitsJson.id(json, "assignee"),
                TraitsJson.read(json),
                json.getInteger("conversations"),
                Words.read(Merging.class, json.getString("merging")),
                Words.read(Answer.class, json.getString("answer")),
                Words.read(Wait.class, json.getString("customer")),
                StartsJson.starts(json.getJsonArray("starts")));
    }
}
