/** Tests of automation rules. */
@NullMarked
package io.omniflow.ticket.rule;

import org.jspecify.annotations.NullMarked;
