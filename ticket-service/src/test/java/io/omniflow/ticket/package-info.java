/** Tests of ticket-service: through HTTP and Kafka, against real servers. */
@NullMarked
package io.omniflow.ticket;

import org.jspecify.annotations.NullMarked;
