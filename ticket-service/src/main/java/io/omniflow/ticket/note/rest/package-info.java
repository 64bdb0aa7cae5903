/** Notes over HTTP. */
@NullMarked
package io.omniflow.ticket.note.rest;

import org.jspecify.annotations.NullMarked;
