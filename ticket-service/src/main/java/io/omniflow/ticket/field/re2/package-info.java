/** Patterns by RE2, whose matching takes no more than linear time. */
@NullMarked
package io.omniflow.ticket.field.re2;

import org.jspecify.annotations.NullMarked;
