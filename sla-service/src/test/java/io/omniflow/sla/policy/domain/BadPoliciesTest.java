package io.omniflow.sla.policy.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.omniflow.contract.Channel;
import io.omniflow.contract.ContractJson;
import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Policies that break a rule, and where the complaint points. */
class BadPoliciesTest {
    @TestFactory
    Stream<DynamicTest> each_is_refused_at_the_place_that_is_wrong() {
        return Stream.of(
                bad("no name", Drafts.named(""), "/name"),
                bad("a blank name", Drafts.named(" \t "), "/name"),
                bad("a long name", Drafts.named("x".repeat(101)), "/name"),
                bad("a name of two lines", Drafts.named("a\nb"), "/name"),
                bad("an empty tag", Drafts.tags("gold", ""), "/when/tags/1"),
                bad("a long tag", Drafts.tags("x".repeat(65)), "/when/tags/0"),
                bad("a tag of two lines", Drafts.tags("a\nb"), "/when/tags/0"),
                bad("101 tags", Drafts.tags(numbered(101)), "/when/tags"),
                bad("an unknown channel", Drafts.channels("email", "pigeon"), "/when/channels/1"),
                bad("a channel in capitals", Drafts.channels("EMAIL"), "/when/channels/0"),
                bad("101 teams", Drafts.teams(101), "/when/teamIds"),
                bad("101 contacts", Drafts.contacts(101), "/when/contactIds"),
                bad("a field no key can be", Drafts.fields(Map.of("Région", List.of("x"))), "/when/customFields"),
                bad("a field without a value", Drafts.fields(Map.of("region", List.of())), "/when/customFields/region"),
                bad(
                        "an empty value",
                        Drafts.fields(Map.of("region", List.of("eu", " "))),
                        "/when/customFields/region/1"),
                bad(
                        "a long value",
                        Drafts.fields(Map.of("region", List.of("x".repeat(201)))),
                        "/when/customFields/region/0"),
                bad(
                        "101 values of fields",
                        Drafts.fields(Map.of(
                                "a", Arrays.asList(numbered(50)),
                                "b", Arrays.asList(numbered(51)))),
                        "/when/customFields"),
                bad("no calendar", Drafts.by(null), "/calendarId"),
                bad("no target", Drafts.targets(Map.of(), Map.of()), "/targets"),
                bad(
                        "a priority without targets",
                        Drafts.targets(Map.of(Priority.LOW, new Targets(null, null, null)), Map.of()),
                        "/targets"),
                bad("no time at all", Drafts.resolution("PT0S"), "/targets/low/resolution"),
                bad("less than nothing", Drafts.resolution("PT-1S"), "/targets/low/resolution"),
                bad("more than ten years", Drafts.resolution("P3660DT0.001S"), "/targets/low/resolution"),
                bad("a part of a millisecond", Drafts.resolution("PT1.0005S"), "/targets/low/resolution"),
                bad(
                        "every target",
                        Drafts.targets(
                                Map.of(
                                        Priority.URGENT,
                                        new Targets(Duration.ZERO, Duration.ofNanos(1), Duration.ofDays(9_999))),
                                Map.of()),
                        "/targets/urgent/firstResponse",
                        "/targets/urgent/nextResponse",
                        "/targets/urgent/resolution"),
                bad("a ceiling of nothing", Drafts.ceiling(Status.OPEN, "PT0S"), "/statusCeilings/open"),
                bad("a long ceiling", Drafts.ceiling(Status.IN_PROGRESS, "P9999D"), "/statusCeilings/in_progress"),
                bad("a ceiling of what is done", Drafts.ceiling(Status.RESOLVED, "PT1H"), "/statusCeilings/resolved"),
                bad("a warning at once", Drafts.warnings(0), "/warnAtPercent/0"),
                bad("a warning before", Drafts.warnings(50, -1), "/warnAtPercent/1"),
                bad("a warning at the breach", Drafts.warnings(75, 100), "/warnAtPercent/1"),
                bad("a warning twice", Drafts.warnings(75, 90, 75), "/warnAtPercent/2"),
                bad(
                        "eleven warnings",
                        Drafts.warnings(IntStream.rangeClosed(1, 11).boxed().toArray(Integer[]::new)),
                        "/warnAtPercent"),
                bad(
                        "an escalation at no time",
                        Drafts.escalating(Drafts.at(null, Draft.Action.NOTIFY_LEAD)),
                        "/escalations/0/atPercent"),
                bad(
                        "an escalation between the warnings",
                        Drafts.escalating(
                                Drafts.at(90, Draft.Action.NOTIFY_LEAD), Drafts.at(80, Draft.Action.NOTIFY_LEAD)),
                        "/escalations/1/atPercent"),
                bad("an escalation to nothing", Drafts.escalating(Drafts.at(100, null)), "/escalations/0/action"),
                bad(
                        "an unknown metric",
                        Drafts.escalating(Drafts.at(100, Draft.Action.NOTIFY_LEAD, "resolution", "happiness")),
                        "/escalations/0/metrics/1"),
                bad(
                        "a metric without a target",
                        Drafts.escalating(Drafts.at(100, Draft.Action.NOTIFY_LEAD, "next_response")),
                        "/escalations/0/metrics/0"),
                bad(
                        "a status without a ceiling",
                        Drafts.escalating(Drafts.at(100, Draft.Action.NOTIFY_LEAD, "status_open")),
                        "/escalations/0/metrics/0"),
                bad(
                        "a reassignment to nobody",
                        Drafts.escalating(Drafts.to(null, Draft.Action.REASSIGN)),
                        "/escalations/0/teamId"),
                bad(
                        "a team that is told",
                        Drafts.escalating(Drafts.to(Drafts.ID, Draft.Action.NOTIFY_SLACK)),
                        "/escalations/0/teamId"),
                bad(
                        "the same twice",
                        Drafts.escalating(
                                Drafts.at(100, Draft.Action.NOTIFY_LEAD), Drafts.at(100, Draft.Action.NOTIFY_LEAD)),
                        "/escalations/1"),
                bad(
                        "21 escalations",
                        Drafts.escalating(Collections.nCopies(21, Drafts.at(100, Draft.Action.NOTIFY_LEAD))
                                .toArray(Draft.EscalationDraft[]::new)),
                        "/escalations"));
    }

    @Test
    void complaints_are_at_most_fifty() {
        Draft.Checked.Wrong wrong = assertInstanceOf(
                Draft.Checked.Wrong.class,
                Drafts.tags(Collections.nCopies(100, "").toArray(String[]::new)).check());
        assertEquals(50, wrong.complaints().size());
    }

    @TestFactory
    Stream<DynamicTest> what_only_looks_wrong_is_taken() {
        return Stream.of(
                good("one target", Drafts.good()),
                good("a ceiling alone", Drafts.ceiling(Status.WAITING, "PT0.001S")),
                good("ten years", Drafts.resolution("P3660D")),
                good("no warnings", Drafts.warnings()),
                good("warnings in any order", Drafts.warnings(99, 1, 50)),
                good("100 tags", Drafts.tags(numbered(100))),
                good("tags in capitals", Drafts.tags("Gold", "GOLD ")),
                good("a team twice", Drafts.teams(2)),
                good("all channels", Drafts.channels(ConditionsCheck.CHANNELS.toArray(String[]::new))),
                good("fields", Drafts.fields(Map.of("region", List.of("eu", "\"us\""), "vip", List.of("true")))),
                good(
                        "all escalations",
                        Drafts.escalating(
                                Drafts.at(75, Draft.Action.NOTIFY_ASSIGNEE),
                                Drafts.at(90, Draft.Action.NOTIFY_LEAD, "first_response", "resolution"),
                                Drafts.at(100, Draft.Action.NOTIFY_SLACK, "status_waiting"),
                                Drafts.at(100, Draft.Action.RAISE_PRIORITY),
                                Drafts.to(Drafts.ID, Draft.Action.REASSIGN))));
    }

    @Test
    void the_default_policy_is_for_all_the_rest() {
        assertInstanceOf(Draft.Checked.Fits.class, Drafts.good().checkAsDefault());
        assertEquals(
                List.of("/when"),
                assertInstanceOf(Draft.Checked.Wrong.class, Drafts.tags("gold").checkAsDefault()).complaints().stream()
                        .map(Complaint::pointer)
                        .toList());
    }

    @Test
    void the_channels_are_those_of_the_contract() {
        assertEquals(
                Arrays.stream(Channel.values())
                        .map(channel -> ContractJson.mapper().convertValue(channel, String.class))
                        .collect(Collectors.toSet()),
                ConditionsCheck.CHANNELS);
    }

    private static DynamicTest good(String what, Draft draft) {
        return DynamicTest.dynamicTest(what, () -> {
            Draft.Checked.Fits fits = assertInstanceOf(
                    Draft.Checked.Fits.class, draft.check(), () -> draft.check().toString());
            assertEquals(fits, Draft.of(fits.definition()).check(), "written and read again it is the same");
        });
    }

    private static DynamicTest bad(String what, Draft draft, String... pointers) {
        return DynamicTest.dynamicTest(
                what,
                () -> assertEquals(
                        List.of(pointers),
                        assertInstanceOf(Draft.Checked.Wrong.class, draft.check()).complaints().stream()
                                .map(Complaint::pointer)
                                .toList()));
    }

    private static String[] numbered(int many) {
        return IntStream.range(0, many).mapToObj(i -> "t" + i).toArray(String[]::new);
    }
}
