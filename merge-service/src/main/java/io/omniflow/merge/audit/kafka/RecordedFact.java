package io.omniflow.merge.audit.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketAnswer;
import io.omniflow.contract.TicketEvent;
import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.kit.inbox.UnknownData;
import io.omniflow.kit.outbox.History;
import io.omniflow.merge.audit.domain.Fact;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An event as the audit log records it. The payload has four parts: {@code before} and {@code after} where the event has
 * them (a new ticket is all {@code after}), {@code details} for the rest of its data, and {@code origin} for where it
 * came from. The state of the whole ticket that travels with each of its facts is left out: the facts add up to it.
 */
final class RecordedFact {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Pattern NAMED = Pattern.compile("omniflow\\.[a-z_]+\\.([a-z][a-z0-9_]{0,63})\\.v[0-9]+");

    private RecordedFact() {}

    /** Empty for answers that tell of no fact: nothing was changed and nothing refused. */
    static Optional<Fact> of(ReceivedEvent event) {
        return switch (event.data()) {
            case TicketEvent.Created created -> Optional.of(fact(event, event.subject(), null, created(created)));
            case TicketEvent.Merged merged -> ticketFact(event, merged.mergeId());
            case TicketEvent.Absorbed absorbed -> ticketFact(event, absorbed.mergeId());
            case TicketEvent.MergeUndone undone -> ticketFact(event, undone.mergeId());
            case TicketEvent other -> ticketFact(event, null);
            case TicketAnswer.CommandRejected rejected ->
                Optional.of(fact(event, event.subject(), null, tree(rejected)));
            case TicketAnswer.LinkStateSet set -> ticketFact(event, null);
            case TicketAnswer.CommandUnchanged unchanged -> Optional.empty();
            case TicketAnswer.StateReported reported -> Optional.empty();
            case SlaEvent sla -> Optional.of(fact(event, event.subject(), null, tree(sla)));
            case IntegrationEvent integration ->
                Optional.of(fact(event, integration.ticketId(), null, tree(integration)));
            case MergeEvent merge -> Optional.of(fact(event, event.subject(), merge.mergeId(), tree(merge)));
            case WorkspaceEvent workspace -> Optional.of(fact(event, null, null, tree(workspace)));
            case UnknownData unknown -> Optional.of(UnknownFact.of(event, unknown));
            default -> throw new IllegalArgumentException(event.type() + " does not belong on " + event.topic());
        };
    }

    private static Optional<Fact> ticketFact(ReceivedEvent event, @Nullable UUID mergeId) {
        ObjectNode data = tree(event.data());
        data.remove("ticket");
        return Optional.of(fact(event, event.subject(), mergeId, data));
    }

    private static ObjectNode created(TicketEvent.Created created) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        data.set("after", tree(created.ticket()));
        return data;
    }

    /** An event of no workspace belongs in no log; it is refused rather than lost among others. */
    private static WorkspaceId workspaceOf(ReceivedEvent event) {
        if (event.workspace().value().equals(NOBODY)) {
            throw new IllegalArgumentException(event.type() + " names no workspace");
        }
        return event.workspace();
    }

    static Fact fact(ReceivedEvent event, @Nullable UUID ticketId, @Nullable UUID mergeId, ObjectNode data) {
        return new Fact(
                workspaceOf(event),
                event.id(),
                ticketId,
                kind(event.type()),
                event.origin().actor(),
                event.time().truncatedTo(ChronoUnit.MILLIS),
                event.source(),
                mergeId,
                event.origin().correlationId(),
                CanonicalJson.of(payload(event, data)));
    }

    /** {@code omniflow.ticket.status_changed.v1} is the kind {@code status_changed}; a name of another form is none. */
    private static String kind(String type) {
        Matcher named = NAMED.matcher(type);
        return named.matches() ? named.group(1) : "unknown";
    }

    private static ObjectNode payload(ReceivedEvent event, ObjectNode data) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.set("before", orNull(data.remove("before")));
        payload.set("after", orNull(data.remove("after")));
        payload.set("details", data);
        payload.putObject("origin")
                .put("causationId", event.origin().causationId())
                .put(
                        "changeId",
                        event.changeId() == null ? null : event.changeId().toString())
                .put("sequence", event.sequence())
                .put("backfill", event.history() == History.BACKFILL)
                .put("sourceAddress", event.origin().sourceAddress());
        return payload;
    }

    private static JsonNode orNull(@Nullable JsonNode value) {
        return value == null ? NullNode.getInstance() : value;
    }

    private static ObjectNode tree(Object data) {
        return ContractJson.mapper().valueToTree(data);
    }
}
