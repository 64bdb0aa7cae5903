@NullMarked
package io.omniflow.ticket.escalation.domain;

import org.jspecify.annotations.NullMarked;
