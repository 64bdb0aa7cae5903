/**
 * A ticket's thread in a channel: opened at escalation, told what happens to the ticket, and heard for what people answer. How
 * a thread is written is told by the vendor through {@link io.omniflow.integration.thread.ThreadBoard}.
 */
@NullMarked
package io.omniflow.integration.thread;

import org.jspecify.annotations.NullMarked;
