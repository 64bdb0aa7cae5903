package io.omniflow.sla.calendar.domain;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the holidays of a draft. */
final class HolidayCheck {
    static final int MOST = 1_000;
    /** In UTF-8 and as JSON: a change is told with the calendar before and after in one event of at most 256 kB. */
    static final int MOST_NAME_BYTES = 40_000;

    private static final String PLACE = "/holidays";

    private final List<Draft.HolidayDraft> drafts;
    private final List<Complaint> complaints;

    HolidayCheck(List<Draft.HolidayDraft> drafts, List<Complaint> complaints) {
        this.drafts = drafts;
        this.complaints = complaints;
    }

    List<Holiday> holidays() {
        if (drafts.size() > MOST) {
            complaints.add(new Complaint(PLACE, "may have at most " + MOST + " holidays"));
            return List.of();
        }
        List<Holiday> read = new ArrayList<>();
        Map<LocalDate, List<Holiday>> byDate = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            String pointer = PLACE + "/" + i;
            read(pointer, drafts.get(i)).ifPresent(holiday -> {
                List<Holiday> sameDay = byDate.computeIfAbsent(holiday.date(), _ -> new ArrayList<>());
                if (sameDay.stream().anyMatch(holiday::overlaps)) {
                    complaints.add(new Complaint(pointer, "overlaps with another holiday of that day"));
                }
                sameDay.add(holiday);
                read.add(holiday);
            });
        }
        if (read.stream().mapToInt(HolidayCheck::nameBytes).sum() > MOST_NAME_BYTES) {
            complaints.add(new Complaint(PLACE, "may have names of " + MOST_NAME_BYTES + " bytes in all"));
        }
        return read;
    }

    /** As JSON. */
    private static int nameBytes(Holiday holiday) {
        String name = holiday.name();
        int escapes =
                (int) name.chars().filter(each -> each == '"' || each == '\\').count();
        return name.getBytes(StandardCharsets.UTF_8).length + escapes;
    }

    private Optional<Holiday> read(String pointer, Draft.HolidayDraft draft) {
        int before = complaints.size();
        @Nullable LocalDate date = draft.date();
        if (date == null || date.isBefore(Holiday.FIRST) || date.isAfter(Holiday.LAST)) {
            complaints.add(
                    new Complaint(pointer + "/date", "must lie between " + Holiday.FIRST + " and " + Holiday.LAST));
        }
        String name = draft.name() == null ? "" : draft.name().strip();
        if (!DraftCheck.isName(name, Holiday.LONGEST_NAME)) {
            complaints.add(new Complaint(
                    pointer + "/name",
                    "must have 1 to " + Holiday.LONGEST_NAME + " characters, none a control character"));
        }
        DayTime from = time(pointer + "/from", draft.from(), DayTime.START);
        DayTime to = time(pointer + "/to", draft.to(), DayTime.END);
        if (complaints.size() == before && from.compareTo(to) >= 0) {
            complaints.add(new Complaint(pointer + "/to", "must be after from; a holiday ends with its day"));
        }
        return date == null || complaints.size() > before
                ? Optional.empty()
                : Optional.of(new Holiday(date, name, from, to));
    }

    private DayTime time(String pointer, @Nullable String text, DayTime otherwise) {
        if (text == null) {
            return otherwise;
        }
        Optional<DayTime> time = DayTime.parse(text);
        if (time.isEmpty()) {
            complaints.add(new Complaint(pointer, "must be a time of day such as 12:00, at most 24:00"));
        }
        return time.orElse(otherwise);
    }
}
