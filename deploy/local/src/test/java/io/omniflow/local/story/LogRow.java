package io.omniflow.local.story;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** One row of a help desk's log, in the log's own words but for the time. */
record LogRow(
        String ticket,
        String activity,
        String resource,
        Instant at,
        String customer,
        String product,
        String seriousness,
        String serviceType,
        String workgroup) {
    private static final ZoneId ITALY = ZoneId.of("Europe/Rome");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm:ss.SSS", Locale.ROOT);

    static LogRow parse(String line) {
        List<String> cells = List.of(line.split(",", -1));
        return new LogRow(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                LocalDateTime.parse(cells.get(3), TIME).atZone(ITALY).toInstant(),
                cells.get(8),
                cells.get(9),
                cells.get(11),
                cells.get(13),
                cells.get(15));
    }

    String line() {
        return String.join(
                ",",
                ticket,
                activity,
                resource,
                TIME.format(at.atZone(ITALY)),
                "Variant 1",
                "1",
                "Variant 1",
                "Value 1",
                customer,
                product,
                "Value 1",
                seriousness,
                "Value 1",
                serviceType,
                "Value 1",
                workgroup);
    }

    /** What it says of its instant, as far as it is imported. */
    String says() {
        return String.join("|", at.toString(), status(), priority(), resource, workgroup);
    }

    String status() {
        return switch (activity) {
            case "Insert ticket", "Assign seriousness" -> "open";
            case "Take in charge ticket", "Create SW anomaly", "Schedule intervention" -> "in_progress";
            case "Wait", "Require upgrade" -> "waiting";
            case "Resolve ticket", "Resolve SW anomaly", "RESOLVED", "VERIFIED" -> "resolved";
            case "Closed", "INVALID", "DUPLICATE" -> "closed";
            default -> throw new IllegalArgumentException(activity);
        };
    }

    String priority() {
        return switch (seriousness) {
            case "Value 1" -> "normal";
            case "Value 2" -> "high";
            case "Value 3" -> "urgent";
            case "Value 4" -> "low";
            default -> throw new IllegalArgumentException(seriousness);
        };
    }
}
