/** Tests of commands and snapshots on Kafka. */
@NullMarked
package io.omniflow.ticket.lifecycle.kafka;

import org.jspecify.annotations.NullMarked;
