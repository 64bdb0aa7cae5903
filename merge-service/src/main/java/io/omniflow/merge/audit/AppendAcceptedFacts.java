package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.merge.audit.domain.Chain;
import io.omniflow.merge.audit.domain.Checkpoint;
import io.omniflow.merge.audit.domain.Fact;
import io.omniflow.merge.audit.domain.Salt;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Appends the next accepted facts of one workspace to its chain, with a checkpoint where one is due. */
@ApplicationScoped
public class AppendAcceptedFacts {
    private final Chains chains;
    private final CheckpointEvents events;
    private final Figures figures;
    private final AuditSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AppendAcceptedFacts(Chains chains, CheckpointEvents events, Figures figures, AuditSettings settings, Clock clock) {
        this.chains = chains;
        this.events = events;
        this.figures = figures;
        this.settings = settings;
        this.clock = clock;
    }

    public Uni<Chains.Batch> next(WorkspaceId workspace) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return chains.extend(workspace, settings.most(), now, (chain, facts) -> decide(workspace, chain, facts, now))
                .invoke(figures::appended);
    }

    private Chains.Growth decide(WorkspaceId workspace, Chain chain, List<Fact> facts, Instant now) {
        Chain.Extension extension = chain.extend(facts, now, salts(), settings.checkpointRule());
        Checkpoint checkpoint = extension.checkpoint();
        return new Chains.Growth(
                extension, checkpoint == null ? List.of() : List.of(events.taken(workspace, checkpoint, now)));
    }

    private Iterator<Salt> salts() {
        return Stream.generate(() -> {
                    byte[] salt = new byte[Salt.BYTES];
                    random.nextBytes(salt);
                    return Salt.of(salt);
                })
                .iterator();
    }
}
