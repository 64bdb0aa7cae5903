package io.omniflow.ticket.rule.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.ticket.lifecycle.domain.NewTicket;
import io.omniflow.ticket.lifecycle.domain.Priority;
import io.omniflow.ticket.lifecycle.domain.Source;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {
    private static NewTicket made(Template template, Situation situation) {
        Rule rule = Cases.rule(Trigger.MESSAGE_RECEIVED, When.ALWAYS, new Then.CreateTicket(template));
        return assertInstanceOf(Act.Create.class, rule.decide(situation, null).act())
                .wanted();
    }

    private static Rule changing(Changes changes) {
        return Cases.rule(Trigger.TAG_ADDED, When.ALWAYS, new Then.ChangeTicket(changes));
    }

    @Test
    void a_ticket_is_made_from_the_template_and_what_the_conversation_carries() {
        NewTicket ticket = made(Cases.TEMPLATE, Cases.plain());
        assertEquals("Refund: Refund please", ticket.title());
        assertEquals(Source.AUTOMATION, ticket.source());
        assertEquals(Status.OPEN, ticket.status());
        assertEquals(Priority.HIGH, ticket.priority());
        assertEquals(Cases.TEAM, ticket.teamId());
        assertEquals(List.of(Cases.CONVERSATION), ticket.conversationIds());
        assertEquals(List.of(Cases.CONTACT), ticket.contactIds());
        assertEquals(
                List.of("refund", "billing", "vip").stream().sorted().toList(),
                ticket.tags().values());
        assertEquals(Map.of("plan", "gold"), ticket.customFields());
    }

    @Test
    void placeholders_are_filled_from_the_conversation() {
        NewTicket ticket =
                made(Cases.template("{channel}/{contact.name}", "{firstWords} | {subject} | {channel}"), Cases.plain());
        assertEquals("email/Dana Reyes", ticket.title());
        assertEquals("I want my money back | Refund please | email", ticket.description());
    }

    @Test
    void what_a_text_holds_is_no_placeholder_itself() {
        assertEquals(
                "{channel} $1 \\",
                made(Cases.template("{subject}", null), Cases.said("{channel} $1 \\", null))
                        .title());
    }

    @Test
    void a_title_of_nothing_but_empty_placeholders_is_made_as_by_hand() {
        assertEquals(
                "Where is it",
                made(Cases.template("{subject}", null), Cases.said(null, "Where is it"))
                        .title());
        assertEquals(
                "Conversation without words",
                made(Cases.template("{subject}", null), Cases.said(null, null)).title());
    }

    @Test
    void long_texts_are_cut_at_the_end_of_a_word() {
        String words = "word ".repeat(4_000);
        NewTicket ticket = made(
                Cases.template("x".repeat(290) + " {subject}", "{firstWords}" + " {subject}".repeat(900)),
                Cases.said(words, words));
        assertTrue(ticket.title().length() <= Template.LONGEST_TITLE, ticket.title());
        assertTrue(ticket.title().endsWith(" word") || ticket.title().endsWith("x"), ticket.title());
        assertTrue(String.valueOf(ticket.description()).length() <= Template.LONGEST_DESCRIPTION);
        assertTrue(String.valueOf(ticket.description()).startsWith("word word"));
    }

    @Test
    void a_conversation_with_a_ticket_gets_no_other() {
        assertEquals(
                new Act.Skip(Outcome.HAS_TICKET),
                Cases.creating(When.ALWAYS).decide(Cases.withTicket(null), null).act());
    }

    @Test
    void without_a_ticket_there_is_nothing_to_change() {
        assertEquals(
                new Act.Skip(Outcome.NO_TICKET),
                changing(Cases.changes("x")).decide(Cases.plain(), null).act());
    }

    @Test
    void a_change_asks_for_what_it_names_alone() {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("plan", null);
        Changes all = new Changes(
                Cases.TEAM, Cases.CONTACT, Priority.LOW, Status.WAITING, List.of("a", "b"), List.of("c"), fields);
        assertEquals(
                List.of(
                        new Step.SetTeam(Cases.TEAM),
                        new Step.Assign(Cases.CONTACT),
                        new Step.SetPriority(Priority.LOW),
                        new Step.RemoveTag("c"),
                        new Step.AddTag("a"),
                        new Step.AddTag("b"),
                        new Step.PatchCustomFields(fields),
                        new Step.SetStatus(Status.WAITING)),
                all.steps());
        assertEquals(
                new Act.Change(Cases.TICKET, List.of(new Step.SetPriority(Priority.URGENT))),
                changing(Cases.changes()).decide(Cases.withTicket(null), null).act());
    }

    @Test
    void a_rule_stops_where_its_own_act_has_led_to_it() {
        Rule rule = changing(Cases.changes("x"));
        Situation own = Cases.behind(Cases.withTicket(null), new UUID(7, 7), Cases.RULE);
        assertEquals(new Act.Skip(Outcome.LOOPED), rule.decide(own, null).act());
        Situation others = Cases.behind(Cases.withTicket(null), new UUID(7, 7));
        assertInstanceOf(Act.Change.class, rule.decide(others, null).act());
    }

    @Test
    void a_rule_is_known_by_its_actor() {
        assertTrue(Rule.isActor(Cases.creating(When.ALWAYS).actor()));
        for (String other :
                List.of("automation:nightly", "agent:" + Cases.RULE, "automation:", "automation:1-1-1-1-1")) {
            assertFalse(Rule.isActor(other), other);
        }
    }

    @Test
    void terms_that_cannot_be_meant_are_told_with_their_place() {
        When when = new When(
                List.of("t".repeat(65)),
                List.of(" "),
                null,
                List.of(),
                List.of(),
                List.of("english please"),
                Map.of("a/b", ""),
                List.of(),
                null);
        RuleTerms create = new RuleTerms(
                "", -1, true, Trigger.TAG_ADDED, when, new Then.CreateTicket(Cases.template("{who}", "{ok}")));
        assertEquals(
                List.of(
                        "/name",
                        "/position",
                        "/when/tags/0",
                        "/when/keywords/0",
                        "/when/languages/0",
                        "/when/contact/a~1b",
                        "/then/createTicket/title",
                        "/then/createTicket/description"),
                Bounds.flaws(create).stream().map(Flaw::pointer).toList());
        Changes nothing = new Changes(null, null, null, null, List.of(), List.of(), Map.of());
        assertEquals(
                List.of("/then/changeTicket"),
                Bounds.flaws(new RuleTerms(
                                "x", 0, true, Trigger.TAG_ADDED, When.ALWAYS, new Then.ChangeTicket(nothing)))
                        .stream()
                        .map(Flaw::pointer)
                        .toList());
        Changes both = new Changes(null, null, null, null, List.of("a"), List.of("a"), Map.of());
        assertEquals(
                List.of("/then/changeTicket/removeTags"),
                Bounds.flaws(new RuleTerms("x", 0, true, Trigger.TAG_ADDED, When.ALWAYS, new Then.ChangeTicket(both)))
                        .stream()
                        .map(Flaw::pointer)
                        .toList());
    }
}
