/** What agents are told, by HTTP and Kafka. */
@NullMarked
package io.omniflow.ticket.notification;

import org.jspecify.annotations.NullMarked;
