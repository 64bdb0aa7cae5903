@NullMarked
package io.omniflow.ticket.escalation;

import org.jspecify.annotations.NullMarked;
