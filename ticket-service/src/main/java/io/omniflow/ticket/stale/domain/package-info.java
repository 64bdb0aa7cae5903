/** What counts as long, who is asked, and when closing is allowed. Pure. */
@NullMarked
package io.omniflow.ticket.stale.domain;

import org.jspecify.annotations.NullMarked;
