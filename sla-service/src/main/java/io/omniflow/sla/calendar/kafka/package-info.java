/** Changes of calendars in the published language. */
@NullMarked
package io.omniflow.sla.calendar.kafka;

import org.jspecify.annotations.NullMarked;
