package io.omniflow.local.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a ticket of the log must come to, told row by row: a row that differs from the one before makes a fact for each
 * difference, the first makes the ticket, and the import closes with a fact of its own. A row that says what another has
 * said of the same instant is that row told again.
 *
 * @param facts time and kind of each, sorted
 * @param course what matters to clocks after each row that changed something
 */
record ExpectedTicket(LogRow first, LogRow last, Instant updatedAt, List<String> facts, List<Moment> course) {

    /** @param answered whether an agent has changed the status by then */
    record Moment(Instant at, String status, String priority, boolean answered) {}

    /** @param rows of one ticket, oldest first */
    static ExpectedTicket of(List<LogRow> rows) {
        LogRow before = rows.getFirst();
        Set<String> said = new HashSet<>(Set.of(before.says()));
        Instant updatedAt = before.at();
        boolean answered = false;
        List<String> facts = new ArrayList<>(List.of(before.at() + " created"));
        List<Moment> course = new ArrayList<>();
        course.add(new Moment(before.at(), before.status(), before.priority(), false));
        for (LogRow row : rows.subList(1, rows.size())) {
            if (!said.add(row.says())) {
                continue;
            }
            List<String> kinds = differences(before, row);
            if (!kinds.isEmpty()) {
                updatedAt = row.at();
                kinds.forEach(kind -> facts.add(row.at() + " " + kind));
                answered = answered || kinds.contains("status_changed");
                course.add(new Moment(row.at(), row.status(), row.priority(), answered));
            }
            before = row;
        }
        facts.add(updatedAt + " imported");
        return new ExpectedTicket(
                rows.getFirst(), before, updatedAt, facts.stream().sorted().toList(), List.copyOf(course));
    }

    private static List<String> differences(LogRow before, LogRow row) {
        List<String> kinds = new ArrayList<>();
        if (!before.status().equals(row.status())) {
            kinds.add("status_changed");
        }
        if (!before.priority().equals(row.priority())) {
            kinds.add("priority_changed");
        }
        if (!before.resource().equals(row.resource())) {
            kinds.add("assigned");
        }
        if (!before.workgroup().equals(row.workgroup())) {
            kinds.add("team_changed");
        }
        return kinds;
    }

    String title() {
        return first.ticket() + ": " + first.serviceType();
    }

    int version() {
        return facts.size();
    }

    ExpectedClock clock(String metric) {
        return ExpectedClock.of(metric, course);
    }
}
