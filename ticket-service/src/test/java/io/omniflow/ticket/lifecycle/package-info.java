/** Tests of opening, reading and changing tickets. */
@NullMarked
package io.omniflow.ticket.lifecycle;

import org.jspecify.annotations.NullMarked;
