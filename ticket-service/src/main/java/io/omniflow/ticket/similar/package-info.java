/** Likely duplicates of a ticket: a few candidates out of indexes, then weighed. HTTP and SQL are the edges'. */
@NullMarked
package io.omniflow.ticket.similar;

import org.jspecify.annotations.NullMarked;
