package io.omniflow.sla.clock.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A worked case as it stands in a scenario file: given facts, asked at, then readings. What a reading leaves out is not
 * looked at; {@code none} says that there must be no such instant.
 */
record Scenario(String name, @Nullable Map<Priority, Targets> targets, List<Given> given, List<Then> then) {

    /** One fact; exactly one of the fields after {@code by} says what it is. */
    record Given(
            Instant at,
            @Nullable ActorKind by,
            @Nullable String change,
            @Nullable String tell,
            @Nullable Created created,
            @Nullable Status status,
            @Nullable Priority priority,
            @Nullable Integer conversations,
            @Nullable String event) {

        Happening happening() {
            if (created != null) {
                return Facts.created(created.status(), created.priority(), created.conversations());
            }
            if (status != null && event == null) {
                return new Happening.StatusChanged(status);
            }
            if (priority != null) {
                return new Happening.PriorityChanged(priority);
            }
            if (conversations != null) {
                return new Happening.ConversationsChanged(conversations, Set.of());
            }
            return switch (String.valueOf(event)) {
                case "agent_replied" -> new Happening.AgentReplied();
                case "note_added" -> new Happening.Aside();
                case "merged" -> new Happening.Merged();
                case "merge_undone" ->
                    new Happening.MergeUndone(status == null ? Status.OPEN : status, Facts.holding(1), Answer.AWAITED);
                case "imported" -> new Happening.Imported(at);
                default -> throw new IllegalArgumentException("no such fact: " + this);
            };
        }

        Telling telling() {
            return "backfill".equals(tell) ? Telling.BACKFILL : Telling.LIVE;
        }
    }

    record Created(Status status, Priority priority, int conversations) {}

    /** What is seen when asked at an instant. */
    record Then(
            @JsonProperty("asked_at") Instant askedAt,
            @Nullable Health health,
            @JsonProperty("first_response") @Nullable Reading firstResponse,
            @Nullable Reading resolution) {}

    record Reading(
            @Nullable String state,
            @Nullable Duration target,
            @Nullable Duration counted,
            @Nullable Duration remaining,
            @Nullable String due,
            @Nullable String stopped,
            @Nullable String breached,
            @Nullable Map<Integer, String> warned) {}

    Measures measures() {
        Policy usual = Policy.usual(Facts.WORKSPACE);
        Policy policy = Optional.ofNullable(targets)
                .map(own -> new Policy(
                        usual.ref(),
                        usual.name(),
                        Conditions.NONE,
                        usual.calendar(),
                        own,
                        Map.of(),
                        usual.warnAtPercent(),
                        Reopening.RESUME,
                        List.of()))
                .orElse(usual);
        return Facts.measures(new Offer(policy, new AlwaysOpen()));
    }

    Facts facts() {
        Facts facts = new Facts();
        for (int i = 0; i < given.size(); i++) {
            Given fact = given.get(i);
            @Nullable String change = fact.change();
            boolean goesOn = change != null
                    && i + 1 < given.size()
                    && change.equals(given.get(i + 1).change());
            facts.add(
                    fact.at(),
                    fact.by() == null ? ActorKind.AGENT : fact.by(),
                    change == null ? null : UUID.nameUUIDFromBytes(change.getBytes(StandardCharsets.UTF_8)),
                    goesOn ? Place.INNER : Place.LAST,
                    fact.telling(),
                    fact.happening());
        }
        return facts;
    }
}
