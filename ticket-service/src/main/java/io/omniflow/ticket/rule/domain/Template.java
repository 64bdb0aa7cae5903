package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.TicketDraft;
import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule's ticket is made from; title and description may hold {@link Placeholder}s. Contact and tags of the
 * conversation are carried, as when it is converted.
 */
public record Template(
        String title,
        @Nullable String description,
        Priority priority,
        @Nullable UUID teamId,
        @Nullable UUID assigneeId,
        List<String> tags,
        Map<String, Object> customFields) {
    static final int LONGEST_TITLE = 300;
    /** Characters, so that a text of the heaviest ones still fits into an event. */
    static final int LONGEST_DESCRIPTION = 10_000;

    public Template {
        tags = List.copyOf(tags);
        customFields = Map.copyOf(new TreeMap<>(customFields));
    }

    /** A title that comes to nothing, since its placeholders are empty, is made as for a converted conversation. */
    NewTicket filled(Situation situation) {
        Optional<String> wording = Optional.of(Words.cut(Placeholder.fill(title, situation), LONGEST_TITLE))
                .filter(text -> !text.isBlank());
        @Nullable String text =
                description == null ? null : Words.cut(Placeholder.fill(description, situation), LONGEST_DESCRIPTION);
        NewTicket wanted = new NewTicket(
                "-",
                text,
                Status.OPEN,
                priority,
                assigneeId,
                teamId,
                Tags.of(tags),
                List.of(),
                List.of(),
                customFields,
                Source.AUTOMATION,
                null);
        return automated(new TicketDraft(wording.map(String::strip), wanted)
                .from(situation.conversation(), situation.message()));
    }

    private static NewTicket automated(NewTicket carried) {
        return new NewTicket(
                carried.title(),
                carried.description(),
                carried.status(),
                carried.priority(),
                carried.assigneeId(),
                carried.teamId(),
                carried.tags(),
                carried.contactIds(),
                carried.conversationIds(),
                carried.customFields(),
                Source.AUTOMATION,
                null);
    }
}
