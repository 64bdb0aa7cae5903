package io.omniflow.sla.policy;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.calendar.CalendarVersion;
import io.omniflow.sla.calendar.KeptCalendar;
import io.omniflow.sla.calendar.ReckonedCalendars;
import io.omniflow.sla.calendar.SeeCalendars;
import io.omniflow.sla.clock.Policies;
import io.omniflow.sla.clock.domain.Offer;
import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.clock.domain.Terms;
import io.omniflow.sla.policy.domain.Book;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What clocks are measured by. A revision never changes, so the last used are kept ready; only the number of the newest one is
 * read each time. Never asked in a transaction that has appended a revision itself: it may yet be rolled back.
 */
@ApplicationScoped
class TermsInForce implements Policies {
    private final Books books;
    private final SeeCalendars calendars;
    private final ReckonedCalendars reckoned;
    private final RecentTerms recent = new RecentTerms();

    TermsInForce(Books books, SeeCalendars calendars, ReckonedCalendars reckoned) {
        this.books = books;
        this.calendars = calendars;
        this.reckoned = reckoned;
    }

    @Override
    public Uni<InForce> of(SqlClient client, Map<WorkspaceId, Set<Integer>> revisionsNeeded) {
        return books.newestRevisions(client, revisionsNeeded.keySet()).flatMap(newest -> {
            Map<Books.Issue, Terms> ready = new HashMap<>();
            List<Books.Issue> missing = new ArrayList<>();
            for (Books.Issue issue : issues(revisionsNeeded, newest)) {
                recent.find(issue).ifPresentOrElse(terms -> ready.put(issue, terms), () -> missing.add(issue));
            }
            return read(client, missing).map(read -> {
                ready.putAll(read);
                return new Ready(newest, ready);
            });
        });
    }

    private static Set<Books.Issue> issues(
            Map<WorkspaceId, Set<Integer>> revisionsNeeded, Map<WorkspaceId, Integer> newest) {
        Set<Books.Issue> issues = newest.entrySet().stream()
                .map(each -> new Books.Issue(each.getKey(), each.getValue()))
                .collect(Collectors.toSet());
        revisionsNeeded.forEach((workspace, revisions) ->
                revisions.forEach(revision -> issues.add(new Books.Issue(workspace, revision))));
        return issues;
    }

    private Uni<Map<Books.Issue, Terms>> read(SqlClient client, Collection<Books.Issue> issues) {
        if (issues.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return books.read(client, issues)
                .flatMap(shelves -> calendars.read(client, calendarsOf(shelves)).map(versions -> {
                    Map<Books.Issue, Terms> made = new HashMap<>();
                    shelves.forEach((issue, shelf) -> made.put(issue, terms(issue.workspace(), shelf, versions)));
                    made.forEach(recent::keep);
                    return made;
                }));
    }

    private static Set<CalendarVersion> calendarsOf(Map<Books.Issue, Shelf> shelves) {
        return shelves.entrySet().stream()
                .flatMap(each -> each.getValue().book().entries().stream()
                        .map(entry -> calendar(each.getKey().workspace(), entry)))
                .collect(Collectors.toSet());
    }

    private Terms terms(WorkspaceId workspace, Shelf shelf, Map<CalendarVersion, KeptCalendar> versions) {
        return new Terms(
                shelf.book().revision(),
                shelf.book().entries().stream()
                        .map(entry -> offer(workspace, shelf, entry, versions))
                        .toList());
    }

    private Offer offer(
            WorkspaceId workspace, Shelf shelf, Book.Entry entry, Map<CalendarVersion, KeptCalendar> versions) {
        KeptPolicy policy = shelf.policies().get(entry.policyId());
        KeptCalendar calendar = versions.get(calendar(workspace, entry));
        if (policy == null || calendar == null) {
            throw new IllegalStateException(
                    "Revision " + shelf.book().revision() + " of " + workspace + " names what is not stored: " + entry);
        }
        return new Offer(
                policy.definition().policy(new PolicyRef(policy.id(), policy.version()), entry.calendarVersion()),
                reckoned.of(workspace, calendar));
    }

    private static CalendarVersion calendar(WorkspaceId workspace, Book.Entry entry) {
        return new CalendarVersion(workspace, entry.calendarId(), entry.calendarVersion());
    }

    private record Ready(Map<WorkspaceId, Integer> newest, Map<Books.Issue, Terms> terms) implements InForce {
        @Override
        public Terms terms(WorkspaceId workspace, OptionalInt revision) {
            int wanted = revision.orElseGet(() -> newest.getOrDefault(workspace, 1));
            Terms found = terms.get(new Books.Issue(workspace, wanted));
            if (found == null) {
                throw new IllegalArgumentException("Revision " + wanted + " of " + workspace + " was not asked for");
            }
            return found;
        }
    }
}
