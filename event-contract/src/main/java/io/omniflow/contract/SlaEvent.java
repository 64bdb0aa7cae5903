package io.omniflow.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a ticket's clocks. {@code cycle} counts restarts from 1; durations are exact; {@link #sla()} is the summary after
 * the fact. {@code escalations} are the actions the policy asks for at that share of the target: notify_assignee,
 * notify_lead, notify_slack, raise_priority, reassign; null in what was written before there were any. Each but
 * notify_slack is asked of ticket-service by an {@code escalate} that names the fact as its cause.
 */
public sealed interface SlaEvent {
    SlaSummary sla();

    @EventType(value = "omniflow.sla.clock_started.v1", topic = Topics.SLA)
    record ClockStarted(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Nullable Duration target,
            @Nullable Instant dueAt,
            SlaSummary sla)
            implements SlaEvent {}

    @EventType(value = "omniflow.sla.clock_paused.v1", topic = Topics.SLA)
    record ClockPaused(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Duration counted,
            @Nullable Duration remaining,
            SlaSummary sla)
            implements SlaEvent {}

    @EventType(value = "omniflow.sla.clock_resumed.v1", topic = Topics.SLA)
    record ClockResumed(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Duration counted,
            @Nullable Instant dueAt,
            SlaSummary sla)
            implements SlaEvent {}

    @EventType(value = "omniflow.sla.clock_retargeted.v1", topic = Topics.SLA)
    record ClockRetargeted(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Nullable Duration targetBefore,
            @Nullable Duration targetAfter,
            Duration counted,
            @Nullable Instant dueAt,
            SlaSummary sla)
            implements SlaEvent {}

    /** Stopped within its target. */
    @EventType(value = "omniflow.sla.clock_met.v1", topic = Topics.SLA)
    record ClockMet(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Nullable Duration target,
            Duration counted,
            SlaSummary sla)
            implements SlaEvent {}

    /** Stopped after its target had passed, or without ever being answered. */
    @EventType(value = "omniflow.sla.clock_stopped.v1", topic = Topics.SLA)
    record ClockStopped(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Nullable Duration target,
            Duration counted,
            SlaSummary sla)
            implements SlaEvent {}

    @EventType(value = "omniflow.sla.clock_warned.v1", topic = Topics.SLA)
    record ClockWarned(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Min(1) @Max(100) int percent,
            Duration target,
            @Nullable Instant dueAt,
            Duration late,
            @Nullable List<String> escalations,
            SlaSummary sla)
            implements SlaEvent {}

    /** {@code breachedAt} is the deadline; {@code late} is how long after it the breach was noticed. */
    @EventType(value = "omniflow.sla.clock_breached.v1", topic = Topics.SLA)
    record ClockBreached(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Duration target,
            Instant breachedAt,
            Instant noticedAt,
            Duration late,
            @Nullable List<String> escalations,
            SlaSummary sla)
            implements SlaEvent {}

    /** A fact that arrived late showed that the clock had stopped in time. */
    @EventType(value = "omniflow.sla.clock_breach_withdrawn.v1", topic = Topics.SLA)
    record ClockBreachWithdrawn(
            ClockMetric metric,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Instant breachedAt,
            SlaSummary sla)
            implements SlaEvent {}

    /**
     * The time a ticket spends in one status is watched from now on, not any longer, or against another ceiling: as
     * {@code state} says. {@code cycle} counts the stays in that status.
     */
    @EventType(value = "omniflow.sla.ceiling_moved.v1", topic = Topics.SLA)
    record CeilingMoved(
            TicketStatus status,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            ClockState state,
            @Nullable Duration target,
            Duration counted,
            @Nullable Instant dueAt,
            SlaSummary sla)
            implements SlaEvent {}

    @EventType(value = "omniflow.sla.ceiling_warned.v1", topic = Topics.SLA)
    record CeilingWarned(
            TicketStatus status,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            @Min(1) @Max(100) int percent,
            Duration target,
            @Nullable Instant dueAt,
            Duration late,
            @Nullable List<String> escalations,
            SlaSummary sla)
            implements SlaEvent {}

    /** {@code breachedAt} is the deadline; {@code late} is how long after it the breach was noticed. */
    @EventType(value = "omniflow.sla.ceiling_breached.v1", topic = Topics.SLA)
    record CeilingBreached(
            TicketStatus status,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Duration target,
            Instant breachedAt,
            Instant noticedAt,
            Duration late,
            @Nullable List<String> escalations,
            SlaSummary sla)
            implements SlaEvent {}

    /** A fact that arrived late showed that the ticket had left the status in time. */
    @EventType(value = "omniflow.sla.ceiling_breach_withdrawn.v1", topic = Topics.SLA)
    record CeilingBreachWithdrawn(
            TicketStatus status,
            @Min(1) int cycle,
            UUID policyId,
            @Min(1) int policyVersion,
            Instant breachedAt,
            SlaSummary sla)
            implements SlaEvent {}

    /** {@code days} is how long a ticket may wait, at least 1 for any shorter time. */
    @EventType(value = "omniflow.sla.ticket_stale.v1", topic = Topics.SLA)
    record TicketStale(Instant waitingSince, @Min(1) int days, SlaSummary sla) implements SlaEvent {}

    /**
     * Nobody could be told that the ticket waits for long; it stays open until somebody is. {@code reason} is the type of
     * the problem. Told once, however often it is tried again.
     */
    @EventType(value = "omniflow.sla.stale_ping_failed.v1", topic = Topics.SLA)
    record StalePingFailed(Instant waitingSince, String reason, Instant retryAt, SlaSummary sla) implements SlaEvent {}
}
