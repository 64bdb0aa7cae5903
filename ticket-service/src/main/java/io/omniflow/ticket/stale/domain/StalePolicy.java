package io.omniflow.ticket.stale.domain;

/**
 * What a workspace says of tickets that sit in Waiting.
 *
 * @param waitingFor how long before the assignee is pinged
 * @param grace whole days are working days of the ticket's calendar
 * @param autoClose whether a ticket nobody touched in its grace period is closed
 * @param version 0 as long as nothing was set
 */
public record StalePolicy(boolean enabled, Lapse waitingFor, Lapse grace, boolean autoClose, long version) {
    public static final StalePolicy DEFAULT = new StalePolicy(true, new Lapse.Days(30), new Lapse.Days(3), false, 0);

    public StalePolicy inVersion(long next) {
        return new StalePolicy(enabled, waitingFor, grace, autoClose, next);
    }
}
