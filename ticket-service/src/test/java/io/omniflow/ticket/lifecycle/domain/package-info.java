/** Tests of what a ticket decides, without any I/O. */
@NullMarked
package io.omniflow.ticket.lifecycle.domain;

import org.jspecify.annotations.NullMarked;
