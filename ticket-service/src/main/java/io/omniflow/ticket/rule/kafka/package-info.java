/** Changes of rules out, changes of calendars in. */
@NullMarked
package io.omniflow.ticket.rule.kafka;

import org.jspecify.annotations.NullMarked;
