/** An agent's own feed over HTTP. Nobody else's is there. */
@NullMarked
package io.omniflow.ticket.notification.rest;

import org.jspecify.annotations.NullMarked;
