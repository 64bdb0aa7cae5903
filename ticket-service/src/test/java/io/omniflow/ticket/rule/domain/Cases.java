package io.omniflow.ticket.rule.domain;

import io.omniflow.ticket.conversation.domain.Channel;
import io.omniflow.ticket.conversation.domain.ContactCard;
import io.omniflow.ticket.conversation.domain.Conversation;
import io.omniflow.ticket.conversation.domain.ConversationFact;
import io.omniflow.ticket.conversation.domain.Opening;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Tags;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Situations and rules to try on each other. */
final class Cases {
    static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    static final UUID CONVERSATION = new UUID(0, 1);
    static final UUID CONTACT = new UUID(0, 2);
    static final UUID TEAM = new UUID(0, 3);
    static final UUID CALENDAR = new UUID(0, 4);
    static final UUID RULE = new UUID(0, 5);
    static final TicketId TICKET = new TicketId(new UUID(0, 6));
    static final Template TEMPLATE = template("Refund: {subject}", null);

    private Cases() {}

    static Template template(String title, @Nullable String description) {
        return new Template(title, description, Priority.HIGH, TEAM, null, List.of("refund"), Map.of("plan", "gold"));
    }

    static Conversation conversation(@Nullable String subject, String... tags) {
        return Conversation.stub(CONVERSATION, NOON)
                .after(
                        new ConversationFact.Opened(new Opening(
                                Channel.EMAIL,
                                subject,
                                CONTACT,
                                ContactCard.EMPTY,
                                null,
                                "Help@Shop.example",
                                "en-GB",
                                Tags.of(List.of(tags)))),
                        NOON);
    }

    static Situation said(@Nullable String subject, @Nullable String message) {
        return new Situation(
                conversation(subject, "vip", "billing"),
                message,
                new Sender("Dana Reyes", "dana@mail.acme.example", "+49 (30) 123", Map.of("company", "Acme")),
                null,
                Set.of(),
                NOON,
                List.of(),
                Map.of());
    }

    static Situation plain() {
        return said("Refund please", "I want my money back");
    }

    static Situation withTicket(@Nullable UUID team, String... tags) {
        Situation plain = plain();
        return new Situation(
                plain.conversation(),
                plain.message(),
                plain.sender(),
                new LinkedTicket(TICKET, team, Tags.of(List.of(tags))),
                plain.addedTags(),
                plain.at(),
                plain.behind(),
                plain.calendars());
    }

    static Situation tagged(String... added) {
        Situation plain = plain();
        return new Situation(
                plain.conversation(),
                plain.message(),
                plain.sender(),
                plain.ticket(),
                Set.of(added),
                plain.at(),
                plain.behind(),
                plain.calendars());
    }

    static Situation behind(Situation situation, UUID... rules) {
        return new Situation(
                situation.conversation(),
                situation.message(),
                situation.sender(),
                situation.ticket(),
                situation.addedTags(),
                situation.at(),
                List.of(rules),
                situation.calendars());
    }

    static Rule rule(Trigger trigger, When when, Then then) {
        return new Rule(RULE, new RuleTerms("A rule", 0, true, trigger, when, then), 1, NOON, NOON);
    }

    static Rule creating(When when) {
        return rule(Trigger.MESSAGE_RECEIVED, when, new Then.CreateTicket(TEMPLATE));
    }

    static Changes changes(String... tags) {
        return new Changes(null, null, Priority.URGENT, null, List.of(tags), List.of(), Map.of());
    }
}
