/** Changed policies in the published language. */
@NullMarked
package io.omniflow.ticket.stale.kafka;

import org.jspecify.annotations.NullMarked;
