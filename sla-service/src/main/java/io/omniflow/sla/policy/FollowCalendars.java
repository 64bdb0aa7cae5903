package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.calendar.CalendarUsers;
import io.omniflow.sla.policy.domain.Book;
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
            return shelf.namesGoingBy(calendarId);
        }

        @Override
        public Uni<Void> follow(UUID calendarId, long version, Instant at) {
            Book next = shelf.book().withCalendar(calendarId, Math.toIntExact(version));
            return next.entries().equals(shelf.book().entries())
                    ? Uni.createFrom().voidItem()
                    : books.append(transaction, workspace, next, at);
        }
    }
}
