package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.StateKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JiraRouteTest {
    private static final ExternalState TO_DO = new ExternalState("1", "To Do", StateKind.TODO);
    private static final ExternalState STARTED = new ExternalState("3", "In Progress", StateKind.STARTED);
    private static final ExternalState REVIEW = new ExternalState("4", "In Review", StateKind.STARTED);
    private static final ExternalState WONT_DO = new ExternalState("5", "Won't Do", StateKind.DONE);
    private static final ExternalState DONE = new ExternalState("9", "Done", StateKind.DONE);

    @Test
    void where_the_issue_is_already_nothing_is_done() {
        assertEquals(new JiraRoute.Arrived(), to(DONE).next(DONE, List.of(way(TO_DO))));
    }

    @Test
    void the_transition_to_the_very_status_is_taken_before_all_others() {
        assertEquals(
                new JiraRoute.Take(way(DONE)),
                JiraRoute.to(DONE).next(TO_DO, List.of(way(STARTED), way(WONT_DO), way(DONE))));
    }

    @Test
    void before_a_detour_it_is_looked_whether_the_issue_can_have_the_status_at_all() {
        assertEquals(new JiraRoute.Check(), JiraRoute.to(DONE).next(TO_DO, List.of(way(STARTED))));
    }

    @Test
    void a_detour_leads_through_work_and_not_through_another_end() {
        assertEquals(new JiraRoute.Take(way(STARTED)), to(DONE).next(TO_DO, List.of(way(WONT_DO), way(STARTED))));
    }

    @Test
    void no_status_is_entered_twice() {
        JiraRoute route = to(DONE).through(TO_DO).through(STARTED);

        assertEquals(
                new JiraRoute.Take(way(WONT_DO)), route.next(REVIEW, List.of(way(TO_DO), way(STARTED), way(WONT_DO))));
        assertInstanceOf(JiraRoute.Blocked.class, route.next(REVIEW, List.of(way(TO_DO), way(STARTED))));
    }

    @Test
    void a_transition_that_demands_what_only_a_person_knows_is_not_taken_and_is_named() {
        JiraTransition reject = new JiraTransition("7", "Reject", DONE, Optional.empty(), List.of("Root cause"));

        JiraRoute.Blocked blocked =
                assertInstanceOf(JiraRoute.Blocked.class, to(DONE).next(TO_DO, List.of(way(STARTED), reject)));

        assertEquals(
                "No way was found from \"To Do\" to \"Done\"; the transition \"Reject\" demands Root cause",
                blocked.why());
    }

    @Test
    void a_status_the_issue_cannot_have_is_met_by_one_of_its_kind() {
        JiraRoute route =
                JiraRoute.to(new ExternalState("77", "Closed", StateKind.DONE)).aimedAt(JiraRoute.Aim.KIND);

        assertEquals(new JiraRoute.Take(way(WONT_DO)), route.next(STARTED, List.of(way(TO_DO), way(WONT_DO))));
        assertTrue(route.isAt(DONE));
    }

    @Test
    void what_is_done_is_not_opened_again_to_look_for_another_way_of_being_done() {
        assertEquals(new JiraRoute.Arrived(), to(DONE).next(WONT_DO, List.of(way(TO_DO), way(STARTED))));
    }

    @Test
    void within_a_kind_it_is_walked_to_the_very_status() {
        ExternalState testing = new ExternalState("6", "In QA", StateKind.STARTED);

        assertEquals(new JiraRoute.Take(way(REVIEW)), to(testing).next(STARTED, List.of(way(TO_DO), way(REVIEW))));
    }

    @Test
    void five_steps_are_the_most() {
        JiraRoute route = to(DONE);
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(JiraRoute.Take.class, route.next(STARTED, List.of(way(REVIEW))));
            route = route.through(new ExternalState("x" + i, "x", StateKind.STARTED));
        }

        assertInstanceOf(JiraRoute.Blocked.class, route.next(STARTED, List.of(way(REVIEW))));
        assertInstanceOf(JiraRoute.Blocked.class, route.next(STARTED, List.of(way(DONE))));
    }

    private static JiraRoute to(ExternalState target) {
        return JiraRoute.to(target).aimedAt(JiraRoute.Aim.STATUS);
    }

    private static JiraTransition way(ExternalState to) {
        return new JiraTransition("t" + to.id(), "to " + to.name(), to, Optional.empty(), List.of());
    }
}
