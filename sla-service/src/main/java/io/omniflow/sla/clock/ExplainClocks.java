package io.omniflow.sla.clock;

import io.omniflow.sla.clock.domain.Explanation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Where the time of a ticket's clocks went, told from its facts. */
@ApplicationScoped
public class ExplainClocks {
    private final TicketFiles files;
    private final InstantSource time;

    ExplainClocks(TicketFiles files, InstantSource time) {
        this.files = files;
        this.time = time;
    }

    public Uni<Optional<List<Explanation>>> of(TicketKey key) {
        return files.history(key)
                .map(found -> found.map(history -> Explanation.of(
                        history.facts().stream().map(TicketFact::fact).toList(), history.measures(), time.instant())));
    }
}
