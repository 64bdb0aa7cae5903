package io.omniflow.integration.sync;

import io.omniflow.integration.connection.Connections;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Delivery;
import io.omniflow.integration.delivery.domain.Operation;
import io.omniflow.integration.delivery.domain.Outcome;
import io.omniflow.integration.delivery.domain.Problem;
import io.omniflow.integration.link.Links;
import io.omniflow.integration.link.domain.ExternalIssue;
import io.omniflow.integration.link.domain.Link;
import io.omniflow.integration.link.domain.LinkId;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Mapping;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says something at an issue, once. */
@ApplicationScoped
class AddComment implements DeliveryWork {
    private final Connections connections;
    private final Links links;
    private final Ties ties;
    private final Mappings mappings;
    private final IssueSystems systems;

    AddComment(Connections connections, Links links, Ties ties, Mappings mappings, IssueSystems systems) {
        this.connections = connections;
        this.links = links;
        this.ties = ties;
        this.mappings = mappings;
        this.systems = systems;
    }

    @Override
    public Operation operation() {
        return Operation.ADD_COMMENT;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        Delivery delivery = claim.delivery();
        return connections
                .open(delivery.workspace(), delivery.connectionId())
                .flatMap(found -> found.isEmpty()
                        ? item(Attempts.refused(Problem.connectionRemoved()))
                        : wanted(delivery).flatMap(yes -> yes ? say(claim, found.get()) : item(Attempts.nothing())));
    }

    /** Whoever switched comments off meanwhile wants none of those that wait. */
    private Uni<Boolean> wanted(Delivery delivery) {
        return switch (Said.in(delivery).kind()) {
            case MERGING -> Uni.createFrom().item(true);
            case NOTE ->
                mappings.of(delivery.workspace(), delivery.connectionId())
                        .map(stored -> stored.mapping().extras().contains(Mapping.Extra.COMMENTS));
        };
    }

    private Uni<Attempted> say(Claim claim, OpenConnection connection) {
        Delivery delivery = claim.delivery();
        return links.find(delivery.workspace(), new LinkId(delivery.subject())).flatMap(found -> {
            Optional<Issues> issues = systems.of(connection);
            @Nullable ExternalIssue issue = found.map(Link::issue).orElse(null);
            return issue == null || issues.isEmpty()
                    ? item(Attempts.nothing())
                    : issues.get()
                            .comment(connection, issue.id(), Said.in(delivery).comment(delivery), claim.earlier())
                            .map(this::said);
        });
    }

    private Attempted said(CallResult<String> result) {
        return result instanceof CallResult.Done(String id)
                ? new Attempted(new Outcome.Delivered(), (transaction, settled) -> ties.rememberComment(
                                transaction, settled.workspace(), new LinkId(settled.subject()), id)
                        .replaceWithVoid())
                : Attempts.of(result);
    }

    private static Uni<Attempted> item(Attempted attempted) {
        return Uni.createFrom().item(attempted);
    }
}
