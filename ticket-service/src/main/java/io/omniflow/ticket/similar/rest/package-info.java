/** Likely duplicates over HTTP. */
@NullMarked
package io.omniflow.ticket.similar.rest;

import org.jspecify.annotations.NullMarked;
