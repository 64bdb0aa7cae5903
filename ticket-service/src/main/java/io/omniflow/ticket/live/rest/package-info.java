/** Live changes as Server-Sent Events. */
@NullMarked
package io.omniflow.ticket.live.rest;

import org.jspecify.annotations.NullMarked;
