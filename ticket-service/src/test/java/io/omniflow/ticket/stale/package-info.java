@NullMarked
package io.omniflow.ticket.stale;

import org.jspecify.annotations.NullMarked;
