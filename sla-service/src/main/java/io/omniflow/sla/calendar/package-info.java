/**
 * Calendars of a workspace: making, changing and showing them, the arithmetic as a service, and the ports that needs. The
 * reckoning itself is in {@code domain}; HTTP, SQL, Kafka and iCalendar are the edges'.
 */
@NullMarked
package io.omniflow.sla.calendar;

import org.jspecify.annotations.NullMarked;
