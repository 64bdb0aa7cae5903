/** Internal notes: text on a ticket that never leaves it for the customer. */
@NullMarked
package io.omniflow.ticket.note;

import org.jspecify.annotations.NullMarked;
