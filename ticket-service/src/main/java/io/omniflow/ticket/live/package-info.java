/** Live changes of lists: who listens, and what each is told. No HTTP and no SQL here. */
@NullMarked
package io.omniflow.ticket.live;

import org.jspecify.annotations.NullMarked;
