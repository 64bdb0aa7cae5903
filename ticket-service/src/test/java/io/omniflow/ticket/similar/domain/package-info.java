/** Tests of how alike tickets are; no I/O. */
@NullMarked
package io.omniflow.ticket.similar.domain;

import org.jspecify.annotations.NullMarked;
