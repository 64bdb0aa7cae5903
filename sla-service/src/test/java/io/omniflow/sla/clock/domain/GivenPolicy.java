package io.omniflow.sla.clock.domain;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A policy of a scenario. What is left out is as in the usual policy; {@code every} are the targets of every priority.
 * Version and calendar version are 1 unless said.
 */
record GivenPolicy(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable When when,
        @Nullable String calendar,
        @Nullable Integer calendarVersion,
        @Nullable Targets every,
        @Nullable Map<Priority, Targets> targets,
        @Nullable Map<Status, Duration> ceilings,
        @Nullable List<Integer> warn,
        @Nullable Reopening reopen) {

    record When(
            @Nullable Set<String> teams,
            @Nullable Set<String> tags,
            @Nullable Set<String> channels,
            @Nullable Set<String> contacts,
            @Nullable Map<String, Set<String>> fields) {

        Conditions conditions() {
            return new Conditions(
                    ids(teams), orNone(tags), orNone(channels), ids(contacts), fields == null ? Map.of() : fields);
        }

        private static Set<UUID> ids(@Nullable Set<String> names) {
            return orNone(names).stream().map(GivenFact::id).collect(Collectors.toSet());
        }

        private static Set<String> orNone(@Nullable Set<String> values) {
            return values == null ? Set.of() : values;
        }
    }

    String title() {
        return name == null ? "Default" : name;
    }

    Offer offer(Map<String, GivenCalendar> calendars) {
        Policy usual = Policy.usual(Facts.WORKSPACE);
        String by = calendar == null ? "always" : calendar;
        return new Offer(
                new Policy(
                        new PolicyRef(
                                name == null ? usual.ref().id() : GivenFact.id(name), version == null ? 1 : version),
                        title(),
                        when == null ? Conditions.NONE : when.conditions(),
                        new CalendarRef(GivenFact.id(by), calendarVersion == null ? 1 : calendarVersion),
                        chosen(usual),
                        ceilings == null ? Map.of() : ceilings,
                        warn == null ? usual.warnAtPercent() : warn,
                        reopen == null ? Reopening.RESUME : reopen,
                        List.of()),
                calendar(by, calendars));
    }

    private Map<Priority, Targets> chosen(Policy usual) {
        if (every != null) {
            Map<Priority, Targets> all = new HashMap<>();
            for (Priority priority : Priority.values()) {
                all.put(priority, every);
            }
            return all;
        }
        return targets == null ? usual.targets() : targets;
    }

    private static Calendar calendar(String name, Map<String, GivenCalendar> calendars) {
        if (calendars.containsKey(name)) {
            return calendars.get(name).calendar();
        }
        return switch (name) {
            case "always" -> new AlwaysOpen();
            case "office" -> GivenCalendar.OFFICE.calendar();
            default -> throw new IllegalArgumentException("no such calendar: " + name);
        };
    }
}
