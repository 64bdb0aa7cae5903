/** How alike two tickets are, pure. */
@NullMarked
package io.omniflow.ticket.similar.domain;

import org.jspecify.annotations.NullMarked;
