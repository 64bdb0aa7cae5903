/**
 * What a ticket is and how it may change. Pure: time and ids come in as values, nothing here knows of storage, HTTP or
 * Kafka.
 */
@NullMarked
package io.omniflow.ticket.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
