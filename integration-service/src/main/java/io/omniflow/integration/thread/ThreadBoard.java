package io.omniflow.integration.thread;

import io.omniflow.integration.connection.domain.OpenConnection;
import io.omniflow.integration.delivery.domain.Claim;
import io.omniflow.integration.sync.domain.CallResult;
import io.smallrye.mutiny.Uni;

/** Where threads are written. Failures are results; the Uni fails only for mistakes of our own. */
public interface ThreadBoard {
    /** Posts the first message once, however often it is asked. The value is the vendor's id of it. */
    Uni<CallResult<String>> open(OpenConnection connection, String channel, Opening opening, Claim.Earlier earlier);

    /** Posts one more message once, however often it is asked. The value is the vendor's id of it. */
    Uni<CallResult<String>> add(
            OpenConnection connection, String channel, String thread, Line line, Claim.Earlier earlier);

    /** What people call a person there. */
    Uni<CallResult<String>> nameOf(OpenConnection connection, String person);
}
