/** This service's own facts coming back, for what they mean to agents. Facts of other services come in beside the timeline. */
@NullMarked
package io.omniflow.ticket.notification.kafka;

import org.jspecify.annotations.NullMarked;
