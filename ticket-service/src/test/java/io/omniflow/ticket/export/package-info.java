/** Tests of exports. */
@NullMarked
package io.omniflow.ticket.export;

import org.jspecify.annotations.NullMarked;
