package io.omniflow.ticket.lifecycle.kafka;

import io.omniflow.contract.Channel;
import io.omniflow.contract.TicketPriority;
import io.omniflow.contract.TicketSource;
import io.omniflow.contract.TicketState;
import io.omniflow.contract.TicketStatus;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Audience;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The domain's words as the contract has them. The names are held together by the compiler, not by their spelling. */
public final class Published {
    private static final String ENGINEERING = "engineering";

    private Published() {}

    public static TicketState state(Ticket ticket) {
        return withChannels(ticket, null);
    }

    /** @param channels by conversation, as far as they are known */
    static TicketState state(Ticket ticket, Map<UUID, String> channels) {
        return withChannels(
                ticket,
                ticket.conversationIds().stream()
                        .map(channels::get)
                        .filter(Objects::nonNull)
                        .map(channel -> Channel.valueOf(channel.toUpperCase(Locale.ROOT)))
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static TicketState withChannels(Ticket ticket, @Nullable List<Channel> channels) {
        return new TicketState(
                ticket.id().value(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                status(ticket.status()),
                priority(ticket.priority()),
                ticket.assigneeId(),
                ticket.teamId(),
                ticket.tags().values(),
                ticket.contactIds(),
                ticket.conversationIds(),
                ticket.customFields(),
                source(ticket.source()),
                ticket.externalId(),
                ticket.mergedInto() == null ? null : ticket.mergedInto().value(),
                ticket.version(),
                ticket.createdAt(),
                ticket.updatedAt(),
                ticket.firstRespondedAt(),
                ticket.resolvedAt(),
                ticket.closedAt(),
                channels);
    }

    static TicketStatus status(Status status) {
        return switch (status) {
            case OPEN -> TicketStatus.OPEN;
            case IN_PROGRESS -> TicketStatus.IN_PROGRESS;
            case WAITING -> TicketStatus.WAITING;
            case RESOLVED -> TicketStatus.RESOLVED;
            case CLOSED -> TicketStatus.CLOSED;
        };
    }

    static Status status(TicketStatus status) {
        return switch (status) {
            case OPEN -> Status.OPEN;
            case IN_PROGRESS -> Status.IN_PROGRESS;
            case WAITING -> Status.WAITING;
            case RESOLVED -> Status.RESOLVED;
            case CLOSED -> Status.CLOSED;
        };
    }

    static TicketPriority priority(Priority priority) {
        return switch (priority) {
            case LOW -> TicketPriority.LOW;
            case NORMAL -> TicketPriority.NORMAL;
            case HIGH -> TicketPriority.HIGH;
            case URGENT -> TicketPriority.URGENT;
        };
    }

    static Priority priority(TicketPriority priority) {
        return switch (priority) {
            case LOW -> Priority.LOW;
            case NORMAL -> Priority.NORMAL;
            case HIGH -> Priority.HIGH;
            case URGENT -> Priority.URGENT;
        };
    }

    private static TicketSource source(Source source) {
        return switch (source) {
            case API -> TicketSource.API;
            case MANUAL -> TicketSource.MANUAL;
            case CONVERSATION -> TicketSource.CONVERSATION;
            case AUTOMATION -> TicketSource.AUTOMATION;
            case IMPORT -> TicketSource.IMPORT;
        };
    }

    static @Nullable String audience(@Nullable Audience audience) {
        return audience == null
                ? null
                : switch (audience) {
                    case ENGINEERING -> ENGINEERING;
                };
    }

    /** Fails with 422 for a word that names no audience. */
    static @Nullable Audience audience(@Nullable String word) {
        if (word == null) {
            return null;
        }
        if (!word.equals(ENGINEERING)) {
            throw Problems.invalid("/audience", "must be " + ENGINEERING + ", or null");
        }
        return Audience.ENGINEERING;
    }
}
