/** Tests of similar tickets. */
@NullMarked
package io.omniflow.ticket.similar;

import org.jspecify.annotations.NullMarked;
