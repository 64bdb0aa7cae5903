/** What makes imports go on when nobody wakes them. */
@NullMarked
package io.omniflow.ticket.imports.heartbeat;

import org.jspecify.annotations.NullMarked;
