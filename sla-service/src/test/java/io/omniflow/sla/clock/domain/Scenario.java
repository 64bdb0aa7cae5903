package io.omniflow.sla.clock.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worked case as it stands in a scenario file: given facts, asked at, then readings. What a reading leaves out is not
 * looked at; {@code none} says that there must be no such instant.
 *
 * @param calendars by name; {@code always} and {@code office} are there without being said
 * @param targets of the usual policy, where there are no {@code policies}
 * @param calendar of the usual policy, where there are no {@code policies}
 * @param policies in their order; without any, or without one that asks nothing at the end, the usual one is the last
 * @param reapplied when the ticket is put under other policies
 */
record Scenario(
        String name,
        @Nullable Map<String, GivenCalendar> calendars,
        @Nullable Map<Priority, Targets> targets,
        @Nullable String calendar,
        @Nullable List<GivenPolicy> policies,
        List<GivenFact> given,
        @Nullable List<Renewal> reapplied,
        List<Then> then) {

    record Renewal(Instant at, List<GivenPolicy> policies) {}

    /** What is seen when asked at an instant. */
    record Then(
            @JsonProperty("asked_at") Instant askedAt,
            @Nullable Health health,
            @JsonProperty("next_due") @Nullable String nextDue,
            @JsonProperty("first_response") @Nullable Reading firstResponse,
            @JsonProperty("next_response") @Nullable Reading nextResponse,
            @Nullable Reading resolution,
            @JsonProperty("status_open") @Nullable Reading open,
            @JsonProperty("status_in_progress") @Nullable Reading inProgress,
            @JsonProperty("status_waiting") @Nullable Reading waiting) {

        @Nullable Reading of(Metric metric) {
            return switch (metric) {
                case FIRST_RESPONSE -> firstResponse;
                case NEXT_RESPONSE -> nextResponse;
                case RESOLUTION -> resolution;
                case STATUS_OPEN -> open;
                case STATUS_IN_PROGRESS -> inProgress;
                case STATUS_WAITING -> waiting;
            };
        }
    }

    /**
     * @param cycle which one is looked at; the newest if not said
     * @param cycles how many there are, which may be none
     * @param policy by its name
     * @param explained each stretch as {@code from to reason counted}, or {@code -} in place of the last
     */
    record Reading(
            @Nullable Integer cycle,
            @Nullable Integer cycles,
            @Nullable String state,
            @Nullable String policy,
            @Nullable Duration target,
            @Nullable Duration counted,
            @Nullable Duration remaining,
            @Nullable String due,
            @Nullable String started,
            @Nullable String stopped,
            @Nullable String breached,
            @Nullable Map<Integer, String> warned,
            @Nullable List<String> explained) {}

    Measures measures() {
        List<Reapplied> later = new ArrayList<>();
        int revision = 1;
        for (Renewal renewal : reapplied == null ? List.<Renewal>of() : reapplied) {
            revision++;
            later.add(new Reapplied(renewal.at(), terms(revision, renewal.policies())));
        }
        return new Measures(terms(1, policies), later);
    }

    private Terms terms(int revision, @Nullable List<GivenPolicy> given) {
        Map<String, GivenCalendar> named = calendars == null ? Map.of() : calendars;
        List<Offer> offers = new ArrayList<>();
        for (GivenPolicy policy : given == null ? List.<GivenPolicy>of() : given) {
            offers.add(policy.offer(named));
        }
        if (offers.isEmpty() || !offers.getLast().policy().when().equals(Conditions.NONE)) {
            offers.add(new GivenPolicy(null, null, null, calendar, null, null, targets, null, null, null).offer(named));
        }
        return new Terms(revision, offers);
    }

    Facts facts() {
        Facts facts = new Facts();
        for (int i = 0; i < given.size(); i++) {
            GivenFact fact = given.get(i);
            @Nullable String change = fact.change();
            boolean goesOn = change != null
                    && i + 1 < given.size()
                    && change.equals(given.get(i + 1).change());
            @Nullable UUID id = change == null ? null : GivenFact.id(change);
            facts.add(
                    fact.at(),
                    fact.by() == null ? ActorKind.AGENT : fact.by(),
                    id,
                    goesOn ? Place.INNER : Place.LAST,
                    fact.telling(),
                    fact.happening());
        }
        return facts;
    }
}
