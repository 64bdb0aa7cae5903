@NullMarked
package io.omniflow.ticket.conversation.kafka;

import org.jspecify.annotations.NullMarked;
