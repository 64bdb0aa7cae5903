package io.omniflow.sla.policy;

import io.omniflow.sla.clock.domain.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The revisions last used, ready to measure by. */
final class RecentTerms {
    private static final int MOST = 1_000;

    private final Map<Books.Issue, Terms> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Books.Issue, Terms> eldest) {
            return size() > MOST;
        }
    };

    Optional<Terms> find(Books.Issue issue) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(issue));
        }
    }

    void keep(Books.Issue issue, Terms terms) {
        synchronized (kept) {
            kept.put(issue, terms);
        }
    }
}
