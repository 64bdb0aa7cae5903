/** Reading iCalendar files, sound and hostile. No I/O. */
@NullMarked
package io.omniflow.sla.calendar.ical;

import org.jspecify.annotations.NullMarked;
