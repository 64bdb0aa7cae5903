package io.omniflow.integration.sync;

import io.omniflow.integration.connection.domain.ExternalSystem;
import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.sync.domain.CallResult;
import io.omniflow.integration.sync.domain.Comment;
import io.omniflow.integration.sync.domain.ExternalState;
import io.omniflow.integration.sync.domain.Issue;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Issues that exist elsewhere, read and changed. One per vendor; the Uni fails only for mistakes of our own. */
public interface Issues {
    Set<ExternalSystem> systems();

    /** What an address names, id or key, if it is that of an issue this connection reaches. No call is made. */
    Optional<String> named(OpenConnection connection, URI address);

    /** @param idOrKey the vendor's id, or what people call the issue */
    Uni<CallResult<Issue>> fetch(OpenConnection connection, String idOrKey);

    /**
     * Brings the issue into a state, over as many steps as that takes. Asking for the state it has makes no change. Refused when
     * no way leads there, in words that say what is in the way.
     */
    Uni<CallResult<Issue>> move(OpenConnection connection, String id, ExternalState target);

    /** Says it once, however often it is asked. The value is the vendor's id of the comment. */
    Uni<CallResult<String>> comment(OpenConnection connection, String id, Comment comment, Claim.Earlier earlier);

    /** All states an issue of this connection can have, in the vendor's order. */
    Uni<CallResult<List<ExternalState>>> states(OpenConnection connection);

    /** Ties the ticket's address to the issue; a second call changes nothing. */
    Uni<CallResult<Issue>> attach(OpenConnection connection, Issue issue, String title, URI ticketAddress);
}
