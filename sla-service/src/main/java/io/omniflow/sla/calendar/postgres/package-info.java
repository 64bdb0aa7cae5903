/** Where calendars and their versions are stored: SQL and the shape of rows. No decision is taken here. */
@NullMarked
package io.omniflow.sla.calendar.postgres;

import org.jspecify.annotations.NullMarked;
