/** Merges and undos over the real edges. */
@NullMarked
package io.omniflow.ticket.merge;

import org.jspecify.annotations.NullMarked;
