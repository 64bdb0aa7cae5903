/** Tests of timelines and of what other services tell. */
@NullMarked
package io.omniflow.ticket.timeline;

import org.jspecify.annotations.NullMarked;
