package io.omniflow.ticket.timeline.kafka;

import io.omniflow.contract.ContractJson;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.outbox.History;
import io.omniflow.ticket.timeline.Timeline;
import io.omniflow.ticket.timeline.TimelineEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Received facts as entries of a timeline. */
final class ToldFacts {
    private ToldFacts() {}

    static List<Timeline.Told> of(List<ReceivedEvent> facts) {
        return facts.stream().map(ToldFacts::told).toList();
    }

    private static Timeline.Told told(ReceivedEvent fact) {
        return new Timeline.Told(
                fact.workspace(),
                fact.subject(),
                new TimelineEntry(
                        fact.id(),
                        fact.time(),
                        fact.source(),
                        kind(fact.type()),
                        fact.origin().actor(),
                        fact.sequence(),
                        fact.history() == History.BACKFILL,
                        fact.origin().correlationId(),
                        data(fact.data())));
    }

    /** The third part of the type: {@code omniflow.sla.clock_breached.v1}. */
    private static String kind(String type) {
        return type.split("\\.", -1)[2];
    }

    private static Map<String, Object> data(Object fact) {
        Map<String, Object> data = new TreeMap<>(json(fact));
        data.remove("sla");
        return data;
    }

    @SuppressWarnings("unchecked") // every record of the contract is a JSON object
    static Map<String, Object> json(Object record) {
        return ContractJson.mapper().convertValue(record, Map.class);
    }
}
