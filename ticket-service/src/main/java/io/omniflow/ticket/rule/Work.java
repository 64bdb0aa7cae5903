package io.omniflow.ticket.rule;

import java.util.Set;
import java.util.UUID;

/**
 * An occasion in the queue.
 *
 * @param position later ones of a conversation have higher ones
 * @param leftOut the rules that have failed at it
 * @param attempts how often it could not be worked off for another reason
 */
public record Work(Triggers.Occasion occasion, long position, Set<UUID> leftOut, int attempts) {}
