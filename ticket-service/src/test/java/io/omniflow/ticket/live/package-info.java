/** Tests of live streams. */
@NullMarked
package io.omniflow.ticket.live;

import org.jspecify.annotations.NullMarked;
