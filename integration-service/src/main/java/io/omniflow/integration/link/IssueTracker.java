package io.omniflow.integration.link;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.link.domain.IssueDraft;
import io.omniflow.integration.link.domain.PushResult;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** A system issues are made in. One per vendor. */
public interface IssueTracker {
    Set<ExternalSystem> systems();

    /**
     * Makes the issue and ties it back to the ticket. Repeating it with the same draft makes nothing twice, whatever
     * became of earlier calls. Failures are results; the Uni fails only for mistakes of our own.
     */
    Uni<PushResult> push(OpenConnection connection, IssueDraft draft, Claim.Earlier earlier);
}
