package io.omniflow.sla.policy.domain;

import io.omniflow.sla.clock.domain.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All policies of a workspace as they are in force together, in the order in which they are asked; the last is the default
 * one. A book never changes: what changes a policy, the order or a calendar makes the next revision.
 *
 * @param revision from 1, which is the usual policy alone
 */
public record Book(int revision, List<Entry> entries) {
    public static final int MOST = 200;

    public Book {
        entries = List.copyOf(entries);
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("There is always a default policy");
        }
    }

    /** One version of a policy, by one version of its calendar. */
    public record Entry(UUID policyId, int version, UUID calendarId, int calendarVersion) {}

    /** The one every workspace has from the start. */
    public static Book usual(UUID workspace) {
        return new Book(1, List.of(new Entry(Policy.usualId(workspace), 1, Policy.alwaysOpenId(workspace), 1)));
    }

    public boolean isFull() {
        return entries.size() >= MOST;
    }

    public Entry defaultEntry() {
        return entries.getLast();
    }

    public Optional<Entry> entry(UUID policyId) {
        return entries.stream()
                .filter(entry -> entry.policyId().equals(policyId))
                .findFirst();
    }

    /** From 1; 0 for what is not in it. */
    public int position(UUID policyId) {
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i).policyId().equals(policyId)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The next revision, with another policy there; the later ones move on. Beyond the end is right before the default. */
    public Book with(Entry entry, int position) {
        List<Entry> after = new ArrayList<>(entries);
        after.add(Math.min(position, entries.size()) - 1, entry);
        return next(after);
    }

    /** The next revision, with another version of a policy in the same place. */
    public Book changed(Entry entry) {
        return next(entries.stream()
                .map(other -> other.policyId().equals(entry.policyId()) ? entry : other)
                .toList());
    }

    /** The next revision, with that policy taken out and put in there. */
    public Book moved(UUID policyId, int position) {
        Entry moved = entry(policyId).orElseThrow();
        List<Entry> others = new ArrayList<>(entries);
        others.remove(moved);
        others.add(Math.min(position, others.size()) - 1, moved);
        return next(others);
    }

    public Book without(UUID policyId) {
        return next(entries.stream()
                .filter(entry -> !entry.policyId().equals(policyId))
                .toList());
    }

    /** The next revision, with every policy that goes by the calendar going by that version of it. */
    public Book withCalendar(UUID calendarId, int version) {
        return next(entries.stream()
                .map(entry -> entry.calendarId().equals(calendarId)
                        ? new Entry(entry.policyId(), entry.version(), calendarId, version)
                        : entry)
                .toList());
    }

    private Book next(List<Entry> after) {
        return new Book(revision + 1, after);
    }
}
