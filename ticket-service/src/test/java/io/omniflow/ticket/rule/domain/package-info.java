/** Tests of automation rules. */
@NullMarked
package io.omniflow.ticket.rule.domain;

import org.jspecify.annotations.NullMarked;
