package io.omniflow.sla.stale.domain;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.omniflow.sla.clock.domain.AlwaysOpen;
import io.omniflow.sla.clock.domain.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A wait, step by step; times count from its beginning. At each step something is heard of the ticket, or time alone goes on
 * and everything before it is known. {@code then} is what is done, {@code next} when to look again.
 */
record WaitScenario(String name, @Nullable Terms policy, List<Step> steps) {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration LEAST_RETRY = Duration.ofMinutes(1);

    /** What is left out is as by default, but for {@code autoClose}, which is on. */
    record Terms(
            @Nullable Boolean enabled,
            @Nullable String waitingFor,
            @Nullable String grace,
            @Nullable Boolean autoClose) {

        StalePolicy policy() {
            return new StalePolicy(
                    !Boolean.FALSE.equals(enabled),
                    waitingFor == null ? Duration.ofDays(30) : Duration.parse(waitingFor),
                    grace == null ? new GracePeriod.WorkingDays(3) : new GracePeriod.Time(Duration.parse(grace)),
                    !Boolean.FALSE.equals(autoClose));
        }
    }

    /**
     * @param at when it happens; of what is heard the time of the fact
     * @param heard a sign: touched, noted, left, retold, imported, delivered, refused; nothing when time goes on
     * @param grace with a delivery: when the fact says that the grace ends
     * @param of a command of a step before, its number counted from 1; the last one by default
     * @param policy what the workspace says from here on
     * @param silence from when to when ticket-service was down, as it is known from here on
     */
    record Step(
            Duration at,
            @Nullable String heard,
            @Nullable Duration grace,
            @Nullable String reason,
            @Nullable Integer of,
            @Nullable Terms policy,
            @Nullable List<Duration> silence,
            @Nullable List<String> then,
            @JsonProperty("next") @Nullable Duration next,
            @Nullable String stage) {}

    /** One line for each step that comes out otherwise. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        StalePolicy inForce = (policy == null ? new Terms(null, null, null, null) : policy).policy();
        List<UUID> commands = new ArrayList<>();
        List<Silence> silences = new ArrayList<>();
        @Nullable Watch watch = null;
        for (Step step : steps) {
            inForce = step.policy() == null ? inForce : step.policy().policy();
            if (step.silence() != null) {
                silences.add(new Silence(
                        START.plus(step.silence().getFirst()),
                        START.plus(step.silence().getLast())));
            }
            Rules rules = new Rules(inForce, new AlwaysOpen(), LEAST_RETRY, silences);
            Outcome outcome = outcome(watch, step, rules, commands);
            watch = outcome.watch();
            List<String> done =
                    outcome.deeds().stream().map(deed -> told(deed, commands)).toList();
            @Nullable Duration next = watch == null
                    ? null
                    : watch.next(rules).map(due -> Duration.between(START, due)).orElse(null);
            String stage = watch == null
                    ? "none"
                    : watch.stage().getClass().getSimpleName().toLowerCase(Locale.ROOT);
            compare(complaints, step, "then", step.then() == null ? List.of() : step.then(), done);
            compare(complaints, step, "next", String.valueOf(step.next()), String.valueOf(next));
            if (step.stage() != null) {
                compare(complaints, step, "stage", step.stage(), stage);
            }
        }
        return complaints;
    }

    private static void compare(List<String> complaints, Step step, String what, Object expected, Object actual) {
        if (!expected.equals(actual)) {
            complaints.add("at " + step.at() + " " + what + " is " + actual + ", not " + expected);
        }
    }

    private static Outcome outcome(@Nullable Watch watch, Step step, Rules rules, List<UUID> commands) {
        Instant at = START.plus(step.at());
        if (step.heard() != null) {
            return Watch.after(watch, sign(step.heard(), step, at, commands), rules);
        }
        return watch == null ? Outcome.NOTHING : watch.judge(at, at, rules, UUID.randomUUID());
    }

    private static Sign sign(String heard, Step step, Instant at, List<UUID> commands) {
        return switch (heard) {
            case "touched" -> new Sign.Touched(at);
            case "noted" -> new Sign.Noted(at);
            case "left" -> new Sign.Left();
            case "retold" -> new Sign.Retold(at);
            case "imported" -> new Sign.Imported(at);
            case "delivered" ->
                new Sign.Delivered(command(step, commands), at, step.grace() == null ? at : START.plus(step.grace()));
            case "refused" ->
                new Sign.Refused(
                        command(step, commands), at, step.reason() == null ? "ping-undeliverable" : step.reason());
            default -> throw new IllegalArgumentException("Nothing is heard as " + heard);
        };
    }

    /** One nobody gave, where that is missing. */
    private static UUID command(Step step, List<UUID> commands) {
        int number = step.of() == null ? commands.size() : step.of();
        return number >= 1 && number <= commands.size() ? commands.get(number - 1) : new UUID(0, 0);
    }

    private static String told(Deed deed, List<UUID> commands) {
        return switch (deed) {
            case Deed.TellStale(Instant since, Instant at) -> "stale since " + offset(since) + " as of " + offset(at);
            case Deed.Ping(UUID command, Recipient recipient, Instant until) -> {
                commands.add(command);
                yield "ping " + recipient.name().toLowerCase(Locale.ROOT) + " until " + offset(until);
            }
            case Deed.Close(UUID command) -> {
                commands.add(command);
                yield "close";
            }
            case Deed.Miss miss ->
                "missed: " + miss.reason() + (miss.before() == Series.QUIET ? ", alert" : ", no alert");
        };
    }

    private static Duration offset(Instant instant) {
        return Duration.between(START, instant);
    }
}
