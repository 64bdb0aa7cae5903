@NullMarked
package io.omniflow.ticket.stale.domain;

import org.jspecify.annotations.NullMarked;
