/** The arithmetic of calendars: worked cases, and laws against a model that walks minute by minute. */
@NullMarked
package io.omniflow.sla.calendar.domain;

import org.jspecify.annotations.NullMarked;
