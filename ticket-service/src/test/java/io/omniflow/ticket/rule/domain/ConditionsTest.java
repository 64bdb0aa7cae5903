package io.omniflow.ticket.rule.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.ticket.conversation.domain.Channel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private static final When ALWAYS = When.ALWAYS;

    private static When keywords(String... keywords) {
        return new When(List.of(), List.of(keywords), null, List.of(), List.of(), List.of(), Map.of(), List.of(), null);
    }

    private static When tags(String... tags) {
        return new When(List.of(tags), List.of(), null, List.of(), List.of(), List.of(), Map.of(), List.of(), null);
    }

    private static When place(List<Channel> channels, List<String> addresses, List<String> languages) {
        return new When(List.of(), List.of(), null, channels, addresses, languages, Map.of(), List.of(), null);
    }

    private static When contact(String attribute, String value) {
        return new When(
                List.of(), List.of(), null, List.of(), List.of(), List.of(), Map.of(attribute, value), List.of(), null);
    }

    private static When team(UUID... teams) {
        return new When(List.of(), List.of(), null, List.of(), List.of(), List.of(), Map.of(), List.of(teams), null);
    }

    private static List<Finding> found(Trigger trigger, When when, Situation situation) {
        return Cases.rule(trigger, when, new Then.CreateTicket(Cases.TEMPLATE))
                .decide(situation, null)
                .findings();
    }

    private static Finding.Answer answer(When when, Situation situation) {
        return found(Trigger.MESSAGE_RECEIVED, when, situation).getFirst().answer();
    }

    private static void assertMet(When when, Situation situation) {
        assertEquals(Finding.Answer.MET, answer(when, situation));
    }

    private static void assertUnmet(When when, Situation situation) {
        assertEquals(Finding.Answer.UNMET, answer(when, situation));
    }

    @Test
    void what_is_not_asked_for_holds() {
        assertEquals(List.of(), found(Trigger.MESSAGE_RECEIVED, ALWAYS, Cases.said(null, null)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refund         | I want a Refund.          | MET",
                "refund         | refunds are nice          | UNMET",
                "refund         | prerefund                 | UNMET",
                "refund         | (refund)                  | MET",
                "refund         | refunds, then a refund!   | MET",
                "money back     | my money   back now       | MET",
                "money back     | money, back               | UNMET",
                "c++            | is c++ dead               | MET",
                "c++            | abc++ dead                | UNMET",
                "#12            | see#12                    | MET",
                "#12            | see #123                  | UNMET",
                "STRASSE        | in der strasse            | MET",
                "überweisung    | Die Überweisung fehlt     | MET",
                "weisung        | Die Überweisung fehlt     | UNMET",
                "返金            | 返金 please                | MET"
            })
    void keywords_are_whole_words_without_regard_to_case(String keyword, String message, String answer) {
        assertEquals(Finding.Answer.valueOf(answer), answer(keywords(keyword), Cases.said(null, message)));
    }

    @Test
    void any_keyword_will_do_in_the_subject_or_the_message() {
        When when = keywords("chargeback", "refund");
        assertMet(when, Cases.said("Refund", null));
        assertMet(when, Cases.said(null, "refund"));
        assertUnmet(when, Cases.said("Order", "late"));
        assertUnmet(when, Cases.said(null, null));
    }

    @Test
    void all_tags_must_be_there_on_the_conversation_or_its_ticket() {
        assertMet(tags("vip", "billing"), Cases.plain());
        assertUnmet(tags("vip", "gold"), Cases.plain());
        assertMet(tags("vip", "gold"), Cases.withTicket(null, "gold"));
    }

    @Test
    void of_an_added_tag_one_of_the_wanted_must_have_been_added() {
        assertEquals(
                Finding.Answer.MET,
                found(Trigger.TAG_ADDED, tags("vip", "billing"), Cases.tagged("vip"))
                        .getFirst()
                        .answer());
        assertEquals(
                Finding.Answer.UNMET,
                found(Trigger.TAG_ADDED, tags("billing"), Cases.tagged("vip"))
                        .getFirst()
                        .answer());
    }

    @Test
    void the_channel_is_one_of_those_wanted() {
        assertMet(place(List.of(Channel.CHAT, Channel.EMAIL), List.of(), List.of()), Cases.plain());
        assertUnmet(place(List.of(Channel.CHAT), List.of(), List.of()), Cases.plain());
    }

    @Test
    void addresses_are_compared_without_regard_to_case() {
        assertMet(place(List.of(), List.of("help@shop.example"), List.of()), Cases.plain());
        assertUnmet(place(List.of(), List.of("sales@shop.example"), List.of()), Cases.plain());
    }

    @ParameterizedTest
    @CsvSource({"en,MET", "EN,MET", "en-GB,MET", "en_gb,MET", "en-US,UNMET", "e,UNMET", "de,UNMET"})
    void a_language_stands_for_its_regions(String wanted, String answer) {
        assertEquals(
                Finding.Answer.valueOf(answer), answer(place(List.of(), List.of(), List.of(wanted)), Cases.plain()));
    }

    @ParameterizedTest
    @CsvSource({
        "name,dana reyes,MET",
        "name,Dana,UNMET",
        "email,DANA@mail.acme.example,MET",
        "phone,4930123,MET",
        "phone,493012,UNMET",
        "emailDomain,mail.acme.example,MET",
        "emailDomain,Acme.example,MET",
        "emailDomain,@acme.example,MET",
        "emailDomain,cme.example,UNMET",
        "company,ACME,MET",
        "company,Acme Inc,UNMET",
        "plan,gold,UNMET"
    })
    void the_contact_has_the_attributes(String attribute, String value, String answer) {
        assertEquals(Finding.Answer.valueOf(answer), answer(contact(attribute, value), Cases.plain()));
    }

    @Test
    void an_unknown_sender_has_no_attribute() {
        Situation plain = Cases.plain();
        Situation unknown = new Situation(
                plain.conversation(), null, Sender.UNKNOWN, null, plain.addedTags(), plain.at(), List.of(), Map.of());
        for (String attribute : List.of("name", "email", "phone", "emailDomain", "company")) {
            assertUnmet(contact(attribute, "x"), unknown);
        }
    }

    @Test
    void the_team_is_that_of_the_ticket() {
        assertMet(team(new UUID(9, 9), Cases.TEAM), Cases.withTicket(Cases.TEAM));
        assertUnmet(team(new UUID(9, 9)), Cases.withTicket(Cases.TEAM));
        assertUnmet(team(Cases.TEAM), Cases.withTicket(null));
        assertUnmet(team(Cases.TEAM), Cases.plain());
    }

    @Test
    void hours_are_those_of_the_calendar() {
        assertMet(hours(Hours.Side.INSIDE), Cases.plain().knowing(Map.of(Cases.CALENDAR, Calendar.alwaysOpen())));
        assertUnmet(hours(Hours.Side.OUTSIDE), Cases.plain().knowing(Map.of(Cases.CALENDAR, Calendar.alwaysOpen())));
    }

    @Test
    void a_calendar_that_is_not_known_is_a_doubt() {
        Judgement judgement = Cases.creating(hours(Hours.Side.OUTSIDE)).decide(Cases.plain(), null);
        assertEquals(Finding.Answer.UNKNOWN, judgement.findings().getFirst().answer());
        assertEquals(1, judgement.doubts().size());
        assertInstanceOf(Act.Nothing.class, judgement.act());
    }

    private static When hours(Hours.Side side) {
        return new When(
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                new Hours(Cases.CALENDAR, side));
    }

    private static When regex(String regex) {
        return new When(List.of(), List.of(), regex, List.of(), List.of(), List.of(), Map.of(), List.of(), null);
    }

    @Test
    void a_regex_is_looked_for_in_the_subject_and_in_the_message() {
        Rule rule = Cases.creating(regex("V-[0-9]+"));
        for (@Nullable String[] texts : Arrays.<@Nullable String[]>asList(
                new @Nullable String[] {"About V-12", null}, new @Nullable String[] {null, "V-7"})) {
            assertEquals(
                    Finding.Answer.MET,
                    rule.decide(Cases.said(texts[0], texts[1]), text -> text.contains("V-"))
                            .findings()
                            .getFirst()
                            .answer());
        }
        assertEquals(
                Finding.Answer.UNMET,
                rule.decide(Cases.said("no", "no"), text -> text.contains("V-"))
                        .findings()
                        .getFirst()
                        .answer());
    }

    @Test
    void a_regex_that_cannot_be_compiled_is_a_doubt() {
        assertEquals(
                1,
                Cases.creating(regex("x")).decide(Cases.plain(), null).doubts().size());
    }

    @Test
    void every_condition_is_looked_at_though_one_is_not_met() {
        When when = new When(
                List.of("nope"),
                List.of("refund"),
                null,
                List.of(Channel.CHAT),
                List.of(),
                List.of("en"),
                Map.of(),
                List.of(),
                null);
        assertEquals(
                Stream.of("TAGS UNMET", "KEYWORDS MET", "CHANNELS UNMET", "LANGUAGES MET")
                        .toList(),
                found(Trigger.MESSAGE_RECEIVED, when, Cases.plain()).stream()
                        .map(finding -> finding.condition() + " " + finding.answer())
                        .toList());
    }
}
