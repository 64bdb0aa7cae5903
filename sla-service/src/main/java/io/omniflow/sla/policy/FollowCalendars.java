package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.kit.problem.Problems;
import io.omniflow.sla.calendar.CalendarUsers;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.clock.domain.Calendar;
import io.omniflow.sla.policy.domain.Book;
import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Reach;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A new version of a calendar is a new revision of the policies that go by it; clocks that run keep the old one. */
@ApplicationScoped
class FollowCalendars implements CalendarUsers {
    private final Books books;

    FollowCalendars(Books books) {
        this.books = books;
    }

    @Override
    public Uni<Held> hold(SqlConnection transaction, WorkspaceId workspace) {
        return books.lock(transaction, workspace).map(shelf -> new HeldShelf(books, transaction, workspace, shelf));
    }

    private record HeldShelf(Books books, SqlConnection transaction, WorkspaceId workspace, Shelf shelf)
            implements Held {

        @Override
        public List<String> goingBy(UUID calendarId) {
            return shelf.goingBy(calendarId).stream().map(Definition::name).toList();
        }

        /** Reckoned without the kept ones: this version may yet be rolled back. */
        @Override
        public Uni<Void> follow(KeptCalendar calendar, Instant at) {
            Book next = shelf.book().withCalendar(calendar.id(), Math.toIntExact(calendar.version()));
            if (next.entries().equals(shelf.book().entries())) {
                return Uni.createFrom().voidItem();
            }
            Calendar opening = calendar.definition().opening().calendar();
            shelf.goingBy(calendar.id()).forEach(definition -> mustReach(definition, opening, at));
            return books.append(transaction, workspace, next, at);
        }

        private static void mustReach(Definition definition, Calendar opening, Instant at) {
            Reach.complaints(definition, opening, at).stream().findFirst().ifPresent(complaint -> {
                throw Problems.conflict(
                        "policy-out-of-reach",
                        "Policy " + definition.name() + " goes by the calendar: " + complaint.pointer() + " "
                                + complaint.reason());
            });
        }
    }
}
