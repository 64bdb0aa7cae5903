/** Snapshots for those who start from nothing: a changed ticket's state and clock facts, a moment after the change. */
@NullMarked
package io.omniflow.ticket.snapshot;

import org.jspecify.annotations.NullMarked;
