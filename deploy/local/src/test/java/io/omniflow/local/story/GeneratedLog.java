package io.omniflow.local.story;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A made-up log with everything that is awkward in a real one; the same seed gives the same log. */
final class GeneratedLog {
    private static final Instant FIRST = Instant.parse("2019-03-01T07:00:00Z");
    private static final List<String> MIDDLE = List.of(
            "Take in charge ticket",
            "Take in charge ticket",
            "Take in charge ticket",
            "Assign seriousness",
            "Wait",
            "Wait",
            "Require upgrade",
            "Resolve ticket",
            "Closed",
            "Create SW anomaly");

    private final Random random;
    private final List<LogRow> rows = new ArrayList<>();

    private GeneratedLog(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param tickets how many; each has two to ten rows
     * @param seed is in the tickets' names, so that logs of different seeds have no ticket in common
     */
    static EventLog of(int tickets, long seed) {
        GeneratedLog log = new GeneratedLog(seed);
        for (int number = 1; number <= tickets; number++) {
            log.add("Case " + seed + "-" + number, FIRST.plus(Duration.ofMinutes(17L * number)));
        }
        return new EventLog(List.copyOf(log.rows));
    }

    private void add(String ticket, Instant begin) {
        Instant at = begin;
        String seriousness = value(4);
        String workgroup = value(3);
        add(ticket, random.nextInt(5) == 0 ? "Insert ticket" : "Assign seriousness", at, seriousness, workgroup);
        for (int steps = 1 + random.nextInt(8); steps > 0; steps--) {
            at = at.plus(pause());
            seriousness = random.nextInt(6) == 0 ? value(4) : seriousness;
            workgroup = random.nextInt(12) == 0 ? value(3) : workgroup;
            add(ticket, MIDDLE.get(random.nextInt(MIDDLE.size())), at, seriousness, workgroup);
        }
        if (random.nextInt(20) != 0) {
            add(ticket, "Closed", at.plus(pause()), seriousness, workgroup);
        }
    }

    /** Sometimes none at all, sometimes days. */
    private Duration pause() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofSeconds(random.nextInt(3_600));
            case 2 -> Duration.ofMinutes(60L * (1 + random.nextInt(8)));
            case 3 -> Duration.ofSeconds(random.nextInt(200_000));
            default -> Duration.ofMillis(random.nextInt(50_000_000));
        };
    }

    private void add(String ticket, String activity, Instant at, String seriousness, String workgroup) {
        rows.add(new LogRow(ticket, activity, value(9), at, "Value 1", "Value 2", seriousness, value(2), workgroup));
    }

    private String value(int most) {
        return "Value " + (1 + random.nextInt(most));
    }
}
