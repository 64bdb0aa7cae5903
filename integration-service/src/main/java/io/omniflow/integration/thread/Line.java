package io.omniflow.integration.thread;

import java.time.Instant;
import java.util.UUID;

/**
 * One more message in a thread.
 *
 * @param marker by which it is found again, whoever posted it
 * @param text plain text
 * @param since before this it cannot have been posted
 */
public record Line(UUID marker, String text, Instant since) {}
