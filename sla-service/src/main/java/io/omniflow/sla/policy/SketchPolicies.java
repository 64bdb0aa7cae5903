package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.kit.time.Ids;
import io.omniflow.sla.calendar.CalendarVersion;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.ReckonedCalendars;
import io.omniflow.sla.calendar.SeeCalendars;
import io.omniflow.sla.calendar.domain.Complaint;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.policy.domain.Book;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import io.omniflow.sla.policy.domain.Reach;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a draft among the workspace's policies without keeping it, and tells what tickets would be measured by. */
@ApplicationScoped
public class SketchPolicies {
    /** Where the draft stands in what was sent. */
    private static final String DRAFT = "/policy";

    private final Books books;
    private final Policies policies;
    private final SeeCalendars calendars;
    private final ReckonedCalendars reckoned;

    SketchPolicies(Books books, Policies policies, SeeCalendars calendars, ReckonedCalendars reckoned) {
        this.books = books;
        this.policies = policies;
        this.calendars = calendars;
        this.reckoned = reckoned;
    }

    /** @param instead the policy whose place the draft takes; null when it comes beside the others */
    public record Wanted(
            Draft draft, PolicyPatch.Place place, @Nullable UUID instead) {}

    /** Over the newest policies. Fails with 422 as making the policy would; only its name may be another's. */
    public Uni<Sketch> draw(SqlConnection transaction, WorkspaceId workspace, Wanted wanted, Instant now) {
        return newest(transaction, workspace).flatMap(shelf -> {
            Optional<Shelf.Placed> before = before(shelf, wanted);
            Definition definition = fitting(
                    before.map(Shelf.Placed::standing).orElse(Shelf.Standing.ORDINARY) == Shelf.Standing.DEFAULT
                            ? wanted.draft().checkAsDefault()
                            : wanted.draft().check());
            PolicyRef ref = before.map(placed ->
                            new PolicyRef(placed.policy().id(), placed.policy().version() + 1))
                    .orElseGet(() -> new PolicyRef(Ids.next(), 1));
            int position = position(shelf.book(), wanted.place(), before);
            return calendarVersion(transaction, workspace, definition, now)
                    .map(version -> new Sketch(shelf.book().revision(), ref, position, definition, version));
        });
    }

    /** What a ticket would be measured by that began under the sketch. */
    public Uni<Terms> terms(SqlClient client, WorkspaceId workspace, Sketch sketch) {
        CalendarVersion named =
                new CalendarVersion(workspace, sketch.definition().calendarId(), sketch.calendarVersion());
        return policies.of(client, Map.of(workspace, Set.of(sketch.revision()))).flatMap(inForce -> calendars
                .read(client, Set.of(named))
                .map(found -> with(
                        inForce.terms(workspace, OptionalInt.of(sketch.revision())),
                        sketch,
                        offer(workspace, sketch, found.get(named)))));
    }

    private static Terms with(Terms terms, Sketch sketch, Offer draft) {
        List<Offer> offers = new ArrayList<>(terms.offers());
        offers.removeIf(offer -> offer.policy().ref().id().equals(sketch.ref().id()));
        offers.add(sketch.position() - 1, draft);
        return new Terms(terms.revision(), offers);
    }

    private Offer offer(WorkspaceId workspace, Sketch sketch, @Nullable KeptCalendar calendar) {
        if (calendar == null) {
            throw new IllegalStateException("A sketch names a calendar that was never kept: "
                    + sketch.definition().calendarId());
        }
        return new Offer(
                sketch.definition().policy(sketch.ref(), sketch.calendarVersion()), reckoned.of(workspace, calendar));
    }

    /** Without the lock of the settings: nothing of them is changed. */
    private Uni<Shelf> newest(SqlConnection transaction, WorkspaceId workspace) {
        return books.newestRevisions(transaction, List.of(workspace)).flatMap(revisions -> {
            Books.Issue issue = new Books.Issue(workspace, revisions.getOrDefault(workspace, 1));
            return books.read(transaction, List.of(issue)).map(read -> Optional.ofNullable(read.get(issue))
                    .orElseThrow(() -> new IllegalStateException("No book for " + issue)));
        });
    }

    private static Optional<Shelf.Placed> before(Shelf shelf, Wanted wanted) {
        @Nullable UUID instead = wanted.instead();
        return instead == null
                ? Optional.empty()
                : Optional.of(shelf.find(instead)
                        .orElseThrow(() -> Problems.invalid("/policyId", "names no policy of this workspace")));
    }

    private static int position(Book book, PolicyPatch.Place place, Optional<Shelf.Placed> before) {
        int last = book.entries().size();
        if (before.isEmpty()) {
            return place instanceof PolicyPatch.Place.At(int position) ? Math.min(position, last) : last;
        }
        Shelf.Placed placed = before.get();
        return switch (placed.standing()) {
            case DEFAULT -> {
                if (place instanceof PolicyPatch.Place.At(int position) && position != last) {
                    throw Problems.invalid(
                            DRAFT + "/position", "must be left out: the default policy is always the last");
                }
                yield last;
            }
            case ORDINARY ->
                place instanceof PolicyPatch.Place.At(int position) ? Math.min(position, last - 1) : placed.position();
        };
    }

    private Uni<Integer> calendarVersion(
            SqlConnection transaction, WorkspaceId workspace, Definition definition, Instant now) {
        return calendars.lock(transaction, workspace, definition.calendarId()).map(found -> {
            KeptCalendar calendar = found.orElseThrow(
                    () -> Problems.invalid(DRAFT + "/calendarId", "names no calendar of this workspace"));
            List<Complaint> complaints = Reach.complaints(definition, reckoned.of(workspace, calendar), now);
            if (!complaints.isEmpty()) {
                throw invalid(complaints);
            }
            return Math.toIntExact(calendar.version());
        });
    }

    private static Definition fitting(Draft.Checked checked) {
        return switch (checked) {
            case Draft.Checked.Fits(Definition definition) -> definition;
            case Draft.Checked.Wrong wrong -> throw invalid(wrong.complaints());
        };
    }

    private static RuntimeException invalid(List<Complaint> complaints) {
        return Problems.invalid(complaints.stream()
                .map(complaint -> new FieldError(DRAFT + complaint.pointer(), complaint.reason()))
                .toList());
    }
}
