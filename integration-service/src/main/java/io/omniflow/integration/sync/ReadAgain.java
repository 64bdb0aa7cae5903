package io.omniflow.integration.sync;

import io.omniflow.integration.delivery.Attempted;
import io.omniflow.integration.delivery.DeliveryWork;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.delivery.domain.Operation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads an issue again and takes over what changed there. */
@ApplicationScoped
class ReadAgain implements DeliveryWork {
    private final AlignIssue align;

    ReadAgain(AlignIssue align) {
        this.align = align;
    }

    @Override
    public Operation operation() {
        return Operation.REFRESH;
    }

    @Override
    public Uni<Attempted> attempt(Claim claim) {
        return align.attempt(claim);
    }
}
