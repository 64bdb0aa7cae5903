/** Facts of the other services coming in. */
@NullMarked
package io.omniflow.ticket.timeline.kafka;

import org.jspecify.annotations.NullMarked;
