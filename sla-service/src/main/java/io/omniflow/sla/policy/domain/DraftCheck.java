package io.omniflow.sla.policy.domain;

import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.domain.Conditions;
import io.omniflow.sla.clock.domain.Escalation;
import io.omniflow.sla.clock.domain.Priority;
import io.omniflow.sla.clock.domain.Status;
import io.omniflow.sla.clock.domain.Targets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a draft and collects what is wrong with it. */
final class DraftCheck {
    static final int MOST_COMPLAINTS = 50;
    static final int LONGEST_NAME = 100;
    static final int MOST_WARNINGS = 10;
    /** Ten years, in days of 24 hours; what the calendars' arithmetic takes, too. */
    static final Duration LONGEST = Duration.ofDays(3_660);

    private final Draft draft;
    private final List<Complaint> complaints = new ArrayList<>();

    DraftCheck(Draft draft) {
        this.draft = draft;
    }

    Draft.Checked result() {
        String name = draft.name().strip();
        if (!isText(name, LONGEST_NAME)) {
            complain("/name", "must have 1 to " + LONGEST_NAME + " characters, none a control character");
        }
        Conditions when = new ConditionsCheck(draft.when(), complaints).conditions();
        if (draft.calendarId() == null) {
            complain("/calendarId", "is needed: which calendar's time counts");
        }
        Map<Priority, Targets> targets = targets();
        ceilings();
        if (targets.isEmpty() && draft.ceilings().isEmpty()) {
            complain("/targets", "must have a target, unless a status has a ceiling");
        }
        List<Integer> warnings = warnings();
        List<Escalation> escalations = new EscalationsCheck(draft, complaints).escalations();
        if (draft.calendarId() == null || !complaints.isEmpty()) {
            return new Draft.Checked.Wrong(
                    complaints.stream().limit(MOST_COMPLAINTS).toList());
        }
        return new Draft.Checked.Fits(new Definition(
                name, when, draft.calendarId(), targets, draft.ceilings(), warnings, draft.onReopen(), escalations));
    }

    /** Control characters are written in six bytes each, and no name needs them. */
    static boolean isText(String text, int longest) {
        return !text.isBlank() && text.length() <= longest && text.chars().noneMatch(Character::isISOControl);
    }

    /** A priority without any target is as one that is not named. */
    private Map<Priority, Targets> targets() {
        Map<Priority, Targets> kept = new EnumMap<>(Priority.class);
        draft.targets().forEach((priority, each) -> {
            String pointer = "/targets/" + priority.name().toLowerCase(Locale.ROOT);
            duration(pointer + "/firstResponse", each.firstResponse());
            duration(pointer + "/nextResponse", each.nextResponse());
            duration(pointer + "/resolution", each.resolution());
            if (each.firstResponse() != null || each.nextResponse() != null || each.resolution() != null) {
                kept.put(priority, each);
            }
        });
        return kept;
    }

    private void ceilings() {
        draft.ceilings().forEach((status, most) -> {
            String pointer = "/statusCeilings/" + status.name().toLowerCase(Locale.ROOT);
            if (status == Status.RESOLVED || status == Status.CLOSED) {
                complain(pointer, "must be open, in_progress or waiting: nobody waits for a ticket that is done");
            }
            duration(pointer, most);
        });
    }

    /** The API's durations and instants go to the millisecond. */
    private void duration(String pointer, @Nullable Duration duration) {
        if (duration == null) {
            return;
        }
        if (duration.isZero() || duration.isNegative() || duration.compareTo(LONGEST) > 0) {
            complain(pointer, "must be longer than nothing and at most P3660D");
        } else if (duration.toNanosPart() % 1_000_000 != 0) {
            complain(pointer, "must be whole milliseconds");
        }
    }

    private List<Integer> warnings() {
        List<Integer> given = draft.warnAtPercent();
        if (given.size() > MOST_WARNINGS) {
            complain("/warnAtPercent", "may have at most " + MOST_WARNINGS + " values");
            return List.of();
        }
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            int percent = given.get(i);
            if (percent < 1 || percent > 99) {
                complain("/warnAtPercent/" + i, "must be 1 to 99; 100 is the breach itself");
            } else if (!seen.add(percent)) {
                complain("/warnAtPercent/" + i, "is there twice");
            }
        }
        return given.stream().sorted().toList();
    }

    private void complain(String pointer, String reason) {
        complaints.add(new Complaint(pointer, reason));
    }
}
