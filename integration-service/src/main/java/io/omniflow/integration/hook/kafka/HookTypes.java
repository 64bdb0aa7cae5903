package io.omniflow.integration.hook.kafka;

import io.omniflow.contract.EventCatalog;
import io.omniflow.contract.IntegrationEvent;
import io.omniflow.contract.MergeEvent;
import io.omniflow.contract.SlaEvent;
import io.omniflow.contract.TicketEvent;
import io.omniflow.integration.hook.FollowedTypes;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The facts of tickets, clocks, merges and integrations. Commands, answers to them and snapshots are the suite's own. */
@ApplicationScoped
class HookTypes implements FollowedTypes {
    private static final Set<String> ALL = Stream.of(
                    TicketEvent.class, SlaEvent.class, MergeEvent.class, IntegrationEvent.class)
            .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
            .map(EventCatalog::typeOf)
            .collect(Collectors.toUnmodifiableSet());

    @Override
    public Set<String> all() {
        return ALL;
    }
}
