/** Tests of automation rules. */
@NullMarked
package io.omniflow.ticket.rule.postgres;

import org.jspecify.annotations.NullMarked;
