/** Timelines over HTTP. */
@NullMarked
package io.omniflow.ticket.timeline.rest;

import org.jspecify.annotations.NullMarked;
