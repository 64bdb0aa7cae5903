/** Settings of a workspace as a whole. What they mean is decided where they are read. */
@NullMarked
package io.omniflow.ticket.workspace;

import org.jspecify.annotations.NullMarked;
