/** Rules, their queue and what they look at, in PostgreSQL. */
@NullMarked
package io.omniflow.ticket.rule.postgres;

import org.jspecify.annotations.NullMarked;
