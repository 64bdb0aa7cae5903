/** Calendars over HTTP, with real PostgreSQL and Kafka. */
@NullMarked
package io.omniflow.sla.calendar;

import org.jspecify.annotations.NullMarked;
