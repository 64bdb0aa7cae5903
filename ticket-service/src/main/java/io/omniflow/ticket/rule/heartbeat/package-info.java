/** When rules are run, also after a crash, and when their reports are tidied. */
@NullMarked
package io.omniflow.ticket.rule.heartbeat;

import org.jspecify.annotations.NullMarked;
