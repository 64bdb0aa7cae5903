/** All tickets that match, as a stream that never holds more than a page. No HTTP here. */
@NullMarked
package io.omniflow.ticket.export;

import org.jspecify.annotations.NullMarked;
