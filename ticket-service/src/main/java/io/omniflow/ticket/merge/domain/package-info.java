/** What a merge and its undo come to, and who brought what to a ticket. Pure. */
@NullMarked
package io.omniflow.ticket.merge.domain;

import org.jspecify.annotations.NullMarked;
