/** Tests of notes. */
@NullMarked
package io.omniflow.ticket.note;

import org.jspecify.annotations.NullMarked;
