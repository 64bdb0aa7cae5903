package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.ReckonedCalendars;
import io.omniflow.sla.calendar.SeeCalendars;
import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import io.omniflow.sla.policy.domain.Reach;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Whether a policy can be kept as it is wanted: by itself, and with its calendar. */
@ApplicationScoped
class FitPolicies {
    private final SeeCalendars calendars;
    private final ReckonedCalendars reckoned;

    FitPolicies(SeeCalendars calendars, ReckonedCalendars reckoned) {
        this.calendars = calendars;
        this.reckoned = reckoned;
    }

    /** Fails with 422 and a pointer to all that is wrong. */
    static Definition fitting(Draft.Checked checked) {
        return switch (checked) {
            case Draft.Checked.Fits(Definition definition) -> definition;
            case Draft.Checked.Wrong wrong -> throw invalid(wrong.complaints());
        };
    }

    /**
     * The newest version of its calendar, which is held until the transaction ends. Fails with 422 when there is no such
     * calendar, or when a target cannot come due by it.
     */
    Uni<Integer> calendarVersion(SqlConnection transaction, WorkspaceId workspace, Definition definition, Instant now) {
        return calendars.lock(transaction, workspace, definition.calendarId()).map(found -> {
            KeptCalendar calendar =
                    found.orElseThrow(() -> Problems.invalid("/calendarId", "names no calendar of this workspace"));
            List<Complaint> complaints = Reach.complaints(definition, reckoned.of(workspace, calendar), now);
            if (!complaints.isEmpty()) {
                throw invalid(complaints);
            }
            return Math.toIntExact(calendar.version());
        });
    }

    private static RuntimeException invalid(List<Complaint> complaints) {
        return Problems.invalid(complaints.stream()
                .map(complaint -> new FieldError(complaint.pointer(), complaint.reason()))
                .toList());
    }
}
