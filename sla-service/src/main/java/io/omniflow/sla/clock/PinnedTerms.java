package io.omniflow.sla.clock;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.sla.clock.domain.Measures;
import io.omniflow.sla.clock.domain.Reapplied;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which revisions of its workspace's policies a ticket is measured by.
 *
 * @param begun the one its clocks began under; empty while it has none
 */
public record PinnedTerms(OptionalInt begun, List<Reapplication> reapplied) {
    public PinnedTerms {
        reapplied = List.copyOf(reapplied);
    }

    public Set<Integer> revisions() {
        return Stream.concat(begun.stream().boxed(), reapplied.stream().map(Reapplication::revision))
                .collect(Collectors.toSet());
    }

    /** Without what it was put under at those instants. */
    PinnedTerms without(Set<Instant> instants) {
        return new PinnedTerms(
                begun,
                reapplied.stream().filter(one -> !instants.contains(one.at())).toList());
    }

    /** What begins now is measured by the newest. */
    public Measures in(Policies.InForce policies, WorkspaceId workspace) {
        return new Measures(
                policies.terms(workspace, begun),
                reapplied.stream()
                        .map(one -> new Reapplied(one.at(), policies.terms(workspace, OptionalInt.of(one.revision()))))
                        .toList());
    }
}
