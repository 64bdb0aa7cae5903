package io.omniflow.integration.thread;

import io.omniflow.integration.thread.domain.TicketCard;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;

/**
 * The first message of a thread.
 *
 * @param marker by which it is found again, whoever posted it
 * @param since before this it cannot have been posted
 */
public record Opening(UUID marker, TicketCard card, URI address, Instant since) {}
