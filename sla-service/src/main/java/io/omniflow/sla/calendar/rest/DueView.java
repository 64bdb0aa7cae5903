package io.omniflow.sla.calendar.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When, and by which version of the calendar. */
@Schema(name = "Due")
record DueView(Instant dueAt, long calendarVersion) {}
