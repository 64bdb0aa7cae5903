package io.omniflow.sla.policy.domain;

import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Reopening;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts that are right but for one part. */
final class Drafts {
    static final UUID ID = UUID.fromString("019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e60");
    static final Map<Priority, Targets> TARGETS =
            Map.of(Priority.HIGH, new Targets(Duration.ofHours(1), null, Duration.ofHours(8)));

    private Drafts() {}

    static Draft good() {
        return named("Gold");
    }

    static Draft named(String name) {
        return new Draft(
                name, Draft.When.ALWAYS, ID, TARGETS, Map.of(), Draft.USUAL_WARNINGS, Reopening.RESUME, List.of());
    }

    static Draft when(Draft.When when) {
        return new Draft("Gold", when, ID, TARGETS, Map.of(), Draft.USUAL_WARNINGS, Reopening.RESUME, List.of());
    }

    static Draft tags(String... tags) {
        return when(new Draft.When(List.of(), Arrays.asList(tags), List.of(), List.of(), Map.of()));
    }

    static Draft channels(String... channels) {
        return when(new Draft.When(List.of(), List.of(), Arrays.asList(channels), List.of(), Map.of()));
    }

    static Draft teams(int many) {
        return when(new Draft.When(Collections.nCopies(many, ID), List.of(), List.of(), List.of(), Map.of()));
    }

    static Draft contacts(int many) {
        return when(new Draft.When(List.of(), List.of(), List.of(), Collections.nCopies(many, ID), Map.of()));
    }

    static Draft fields(Map<String, List<String>> fields) {
        return when(new Draft.When(List.of(), List.of(), List.of(), List.of(), fields));
    }

    static Draft by(@Nullable UUID calendar) {
        return new Draft(
                "Gold",
                Draft.When.ALWAYS,
                calendar,
                TARGETS,
                Map.of(),
                Draft.USUAL_WARNINGS,
                Reopening.RESUME,
                List.of());
    }

    static Draft targets(Map<Priority, Targets> targets, Map<Status, Duration> ceilings) {
        return new Draft(
                "Gold", Draft.When.ALWAYS, ID, targets, ceilings, Draft.USUAL_WARNINGS, Reopening.RESTART, List.of());
    }

    static Draft resolution(String duration) {
        return targets(Map.of(Priority.LOW, new Targets(null, null, Duration.parse(duration))), Map.of());
    }

    static Draft ceiling(Status status, String most) {
        return targets(Map.of(), Map.of(status, Duration.parse(most)));
    }

    static Draft warnings(Integer... percents) {
        return new Draft(
                "Gold", Draft.When.ALWAYS, ID, TARGETS, Map.of(), Arrays.asList(percents), Reopening.RESUME, List.of());
    }

    static Draft escalating(Draft.EscalationDraft... escalations) {
        return new Draft(
                "Gold",
                Draft.When.ALWAYS,
                ID,
                TARGETS,
                Map.of(Status.WAITING, Duration.ofDays(3)),
                Draft.USUAL_WARNINGS,
                Reopening.RESUME,
                Arrays.asList(escalations));
    }

    static Draft.EscalationDraft at(@Nullable Integer percent, Draft.@Nullable Action action, String... metrics) {
        return new Draft.EscalationDraft(percent, Arrays.asList(metrics), action, null);
    }

    static Draft.EscalationDraft to(@Nullable UUID team, Draft.Action action) {
        return new Draft.EscalationDraft(100, List.of(), action, team);
    }
}
