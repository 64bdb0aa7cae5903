package io.omniflow.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A clock of the default policy, reckoned naively. A share of a target is passed at the first instant after which more
 * than that share has been counted while that target held; whether that is so is looked up span by span.
 *
 * @param facts time and kind of what the clock must have told
 */
record ExpectedClock(
        String state, Duration target, @Nullable Instant stoppedAt, List<Span> spans, List<String> facts) {

    /** The clock between two changes. {@code counted} up to its start; no end while it lasts. */
    record Span(Instant from, @Nullable Instant to, String state, Duration target, Duration counted) {
        Duration countedAt(Instant when) {
            return state.equals("running") ? counted.plus(Duration.between(from, when)) : counted;
        }

        Optional<Instant> passes(Duration share, Instant now) {
            Duration left = share.minus(counted);
            if (state.equals("stopped")) {
                return Optional.empty();
            }
            if (left.isNegative()) {
                return Optional.of(from);
            }
            boolean later =
                    state.equals("running") && countedAt(to == null ? now : to).compareTo(share) > 0;
            return later ? Optional.of(from.plus(left)) : Optional.empty();
        }
    }

    static ExpectedClock of(String metric, List<ExpectedTicket.Moment> course) {
        List<Span> spans = new ArrayList<>();
        List<String> facts = new ArrayList<>();
        Instant stoppedAt = null;
        String state = "running";
        Duration target = target(metric, course.getFirst().priority());
        Duration counted = Duration.ZERO;
        Instant since = course.getFirst().at();
        facts.add(since + " clock_started");
        for (ExpectedTicket.Moment moment : course) {
            Span over = new Span(since, moment.at(), state, target, counted);
            spans.add(over);
            counted = over.countedAt(moment.at());
            since = moment.at();
            String next = state(metric, moment);
            Duration wanted = target(metric, moment.priority());
            if (!next.equals("stopped") && !wanted.equals(target)) {
                facts.add(moment.at() + " clock_retargeted");
                target = wanted;
            }
            if (!next.equals(state)) {
                facts.add(moment.at() + " " + kind(next, spans));
                stoppedAt = next.equals("stopped") ? moment.at() : null;
                state = next;
            }
        }
        spans.add(new Span(since, null, state, target, counted));
        return new ExpectedClock(state, target, stoppedAt, List.copyOf(spans), List.copyOf(facts));
    }

    Duration counted(Instant now) {
        return spans.getLast().countedAt(now);
    }

    Optional<Instant> breachedAt(Instant now) {
        return spans.stream()
                .flatMap(span -> span.passes(span.target(), now).stream())
                .findFirst();
    }

    /** The instant at which that much of the target now in force was first passed. */
    Optional<Instant> passedAt(int percent, Instant now) {
        return spans.stream()
                .filter(span -> span.target().equals(target))
                .flatMap(span -> span.passes(target.multipliedBy(percent).dividedBy(100), now).stream())
                .findFirst();
    }

    Optional<Instant> dueAt(Instant now) {
        Span last = spans.getLast();
        return state.equals("running")
                ? passedAt(100, now).or(() -> Optional.of(last.from().plus(target.minus(last.counted()))))
                : Optional.empty();
    }

    private static String kind(String state, List<Span> before) {
        return switch (state) {
            case "running" -> "clock_resumed";
            case "paused" -> "clock_paused";
            default ->
                before.stream().anyMatch(span -> span.passes(span.target(), span.from())
                                .isPresent())
                        ? "clock_stopped"
                        : "clock_met";
        };
    }

    private static String state(String metric, ExpectedTicket.Moment moment) {
        boolean ended = List.of("resolved", "closed").contains(moment.status());
        if (metric.equals("resolution") ? ended : moment.answered()) {
            return "stopped";
        }
        return ended || moment.status().equals("waiting") ? "paused" : "running";
    }

    private static Duration target(String metric, String priority) {
        boolean response = metric.equals("first_response");
        return switch (priority) {
            case "urgent" -> response ? Duration.ofMinutes(15) : Duration.ofHours(4);
            case "high" -> response ? Duration.ofHours(1) : Duration.ofHours(8);
            case "normal" -> response ? Duration.ofHours(4) : Duration.ofHours(24);
            case "low" -> response ? Duration.ofHours(8) : Duration.ofHours(72);
            default -> throw new IllegalArgumentException(priority);
        };
    }
}
