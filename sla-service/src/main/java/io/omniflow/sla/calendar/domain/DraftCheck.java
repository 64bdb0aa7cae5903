package io.omniflow.sla.calendar.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a draft and collects what is wrong with it. */
final class DraftCheck {
    static final int MOST_COMPLAINTS = 50;
    static final int LONGEST_NAME = 100;
    static final int MOST_HOURS = 50;

    private final Draft draft;
    private final List<Complaint> complaints = new ArrayList<>();

    DraftCheck(Draft draft) {
        this.draft = draft;
    }

    Draft.Checked result() {
        String name = draft.name().strip();
        if (!isName(name, LONGEST_NAME)) {
            complain("/name", "must have 1 to " + LONGEST_NAME + " characters, none a control character");
        }
        @Nullable Opening opening =
                switch (draft.kind()) {
                    case ALWAYS_OPEN -> always();
                    case BUSINESS_HOURS -> weekly();
                };
        if (opening == null || !complaints.isEmpty()) {
            return new Draft.Checked.Wrong(
                    complaints.stream().limit(MOST_COMPLAINTS).toList());
        }
        return new Draft.Checked.Fits(new Definition(name, opening));
    }

    /** Control characters are written in six bytes each, and no name needs them. */
    static boolean isName(String text, int longest) {
        return !text.isEmpty() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    private Opening always() {
        String reason = "is only for a calendar that is not always open";
        if (draft.timeZone() != null) {
            complain("/timeZone", reason);
        }
        if (draft.weekly().values().stream().anyMatch(hours -> !hours.isEmpty())) {
            complain("/weekly", reason);
        }
        if (!draft.holidays().isEmpty()) {
            complain("/holidays", reason);
        }
        return new Opening.Always();
    }

    private @Nullable Opening weekly() {
        Optional<ZoneId> zone = zone();
        Map<DayOfWeek, List<Hours>> hours = hours();
        List<Holiday> holidays = new HolidayCheck(draft.holidays(), complaints).holidays();
        return zone.isPresent() && complaints.isEmpty() ? new Opening.Weekly(zone.get(), hours, holidays) : null;
    }

    /** By name only: an offset such as +02:00 is a zone to Java, yet no place has it all year. */
    private Optional<ZoneId> zone() {
        @Nullable String name = draft.timeZone();
        if (name == null) {
            complain("/timeZone", "is needed, unless alwaysOpen is true");
            return Optional.empty();
        }
        if (name.length() <= LONGEST_NAME && ZoneId.getAvailableZoneIds().contains(name)) {
            try {
                return Optional.of(ZoneId.of(name));
            } catch (DateTimeException unusable) {
                // falls through to the complaint: a name the JDK lists without rules for it
            }
        }
        complain("/timeZone", "must be the name of a time zone such as Europe/Berlin");
        return Optional.empty();
    }

    private Map<DayOfWeek, List<Hours>> hours() {
        Map<DayOfWeek, List<Hours>> read = new EnumMap<>(DayOfWeek.class);
        int given = draft.weekly().values().stream().mapToInt(List::size).sum();
        if (given == 0) {
            complain("/weekly", "must have hours on some day, unless alwaysOpen is true");
        } else if (given > MOST_HOURS) {
            complain("/weekly", "may have at most " + MOST_HOURS + " intervals");
        } else {
            Occupied occupied = new Occupied();
            draft.weekly().forEach((day, several) -> {
                List<Hours> own = new ArrayList<>();
                for (int i = 0; i < several.size(); i++) {
                    String pointer = "/weekly/" + day.name().toLowerCase(Locale.ROOT) + "/" + i;
                    read(pointer, several.get(i)).ifPresent(hours -> {
                        if (!occupied.take(day, hours)) {
                            complain(pointer, "overlaps with other hours");
                        }
                        own.add(hours);
                    });
                }
                if (!own.isEmpty()) {
                    read.put(day, own);
                }
            });
        }
        return read;
    }

    private Optional<Hours> read(String pointer, Draft.HoursDraft hours) {
        Optional<DayTime> from = time(pointer + "/from", hours.from());
        Optional<DayTime> to = time(pointer + "/to", hours.to());
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.get().equals(DayTime.END)) {
            complain(pointer + "/from", "must be before 24:00");
            return Optional.empty();
        }
        if (from.get().equals(to.get())) {
            complain(pointer, "lasts no time; a whole day is 00:00 to 24:00");
            return Optional.empty();
        }
        return Optional.of(new Hours(from.get(), to.get()));
    }

    private Optional<DayTime> time(String pointer, @Nullable String text) {
        Optional<DayTime> time = text == null ? Optional.empty() : DayTime.parse(text);
        if (time.isEmpty()) {
            complain(pointer, "must be a time of day such as 09:00, at most 24:00");
        }
        return time;
    }

    private void complain(String pointer, String reason) {
        complaints.add(new Complaint(pointer, reason));
    }
}
