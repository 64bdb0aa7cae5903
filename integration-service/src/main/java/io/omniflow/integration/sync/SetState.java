package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Brings an issue into the state its ticket's status asks for. */
@ApplicationScoped
class SetState implements DeliveryWork {
    private final AlignIssue align;

    SetState(AlignIssue align) {
        this.align = align;
    }

    @Override
    public Operation operation() {
        return Operation.SET_STATE;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        return align.attempt(claim);
    }
}
