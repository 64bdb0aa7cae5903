/**
 * Business hours as arithmetic: when a calendar is open, how much open time lies between two instants, when that much has
 * passed, and what a calendar may look like. No Uni, no framework, no reading of the time of day.
 */
@NullMarked
package io.omniflow.sla.calendar.domain;

import org.jspecify.annotations.NullMarked;
