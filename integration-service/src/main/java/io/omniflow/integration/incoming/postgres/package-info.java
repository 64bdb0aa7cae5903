/**
 * Webhooks that came in as rows. A lane is one connection's rows and the advisory lock of that connection.
 */
@NullMarked
package io.omniflow.integration.incoming.postgres;

import org.jspecify.annotations.NullMarked;
