/** iCalendar files (RFC 5545). The only place that knows the library which reads them. */
@NullMarked
package io.omniflow.sla.calendar.ical;

import org.jspecify.annotations.NullMarked;
