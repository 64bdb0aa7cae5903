package io.omniflow.integration.link.domain;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.kit.identity.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's tie to an issue, existing or on its way. One is made for a ticket over a connection, which is why asking twice
 * never makes a second issue; others can be tied to it by their address.
 *
 * @param target what an issue that was there before was named by; null for one that is made for the ticket
 * @param issueId the id the issue gets at the other side, chosen before the first call and kept over every retry
 * @param command the newest question to the ticket's owner; answers to older ones are passed over
 * @param ticket what is pushed; null until the owner has answered
 * @param attempts of the delivery, as of its last result
 * @param problem why it stands where it does, or what could not be done beside making the issue
 */
public record Link(
        WorkspaceId workspace,
        LinkId id,
        UUID ticketId,
        ConnectionId connectionId,
        ExternalSystem system,
        LinkState state,
        @Nullable String target,
        UUID issueId,
        UUID command,
        @Nullable ReportedTicket ticket,
        @Nullable ExternalIssue issue,
        @Nullable Problem problem,
        int attempts,
        String requestedBy,
        long version,
        Instant createdAt,
        Instant updatedAt) {
    /** After this long a question counts as lost; a late answer to it is passed over. */
    private static final Duration UNANSWERED = Duration.ofMinutes(2);

    /** Whether asking for it again would start it again. A question the owner could not read is never answered. */
    public boolean canBeAskedAgain(Instant now) {
        return switch (state) {
            case FAILED, REJECTED -> true;
            case REQUESTED -> !now.isBefore(updatedAt.plus(UNANSWERED));
            case DELIVERING, LINKED -> false;
        };
    }

    public Link askedAgain(UUID newCommand, String by, Instant now) {
        return new Link(
                workspace,
                id,
                ticketId,
                connectionId,
                system,
                LinkState.REQUESTED,
                target,
                issueId,
                newCommand,
                null,
                issue,
                null,
                0,
                by,
                version + 1,
                createdAt,
                now);
    }

    /** What was merged away is not pushed: nothing is written to a merged ticket any more. */
    public Link answered(TicketAnswer answer, Instant now) {
        return switch (answer) {
            case TicketAnswer.Reported(var _, var _, var _, ReportedTicket reported, var mergedInto) ->
                mergedInto == null
                        ? moved(LinkState.DELIVERING, reported, issue, null, attempts, now)
                        : moved(LinkState.REJECTED, ticket, issue, merged(mergedInto), attempts, now);
            case TicketAnswer.Rejected(var _, var _, var _, Problem why) ->
                moved(LinkState.REJECTED, ticket, issue, why, attempts, now);
        };
    }

    public Link linked(ExternalIssue made, @Nullable Problem flaw, int attemptsMade, Instant now) {
        return moved(LinkState.LINKED, ticket, made, flaw, attemptsMade, now);
    }

    /**
     * The issue was read again, or moved by us.
     *
     * @param why what could not be done about it; the link itself stands
     */
    public Link seen(ExternalIssue there, @Nullable Problem why, Instant now) {
        return moved(state, ticket, there, why, attempts, now);
    }

    /** An attempt failed and another will follow. */
    public Link delayed(@Nullable Problem why, int attemptsMade, Instant now) {
        return moved(LinkState.DELIVERING, ticket, issue, why, attemptsMade, now);
    }

    public Link failed(@Nullable Problem why, int attemptsMade, Instant now) {
        return moved(LinkState.FAILED, ticket, issue, why, attemptsMade, now);
    }

    private static Problem merged(UUID destination) {
        return new Problem("already-merged", 409, "The ticket was merged into " + destination);
    }

    private Link moved(
            LinkState to,
            @Nullable ReportedTicket pushed,
            @Nullable ExternalIssue there,
            @Nullable Problem why,
            int attemptsMade,
            Instant now) {
        return new Link(
                workspace,
                id,
                ticketId,
                connectionId,
                system,
                to,
                target,
                issueId,
                command,
                pushed,
                there,
                why,
                attemptsMade,
                requestedBy,
                version + 1,
                createdAt,
                now);
    }
}
