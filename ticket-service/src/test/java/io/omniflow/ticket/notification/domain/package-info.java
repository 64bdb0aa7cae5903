/** Mentions without I/O. */
@NullMarked
package io.omniflow.ticket.notification.domain;

import org.jspecify.annotations.NullMarked;
