/** The policy over HTTP. */
@NullMarked
package io.omniflow.ticket.stale.rest;

import org.jspecify.annotations.NullMarked;
