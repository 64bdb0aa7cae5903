/** Tests of published snapshots. */
@NullMarked
package io.omniflow.ticket.snapshot;

import org.jspecify.annotations.NullMarked;
