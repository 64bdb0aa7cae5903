package io.omniflow.sla.policy;

import io.omniflow.sla.clock.domain.PolicyRef;
import io.omniflow.sla.policy.domain.Definition;

/**
 * A policy that is only tried out: what the workspace's policies would be with it. It is in no book and never in force.
 *
 * @param revision of the workspace's policies it was drawn over
 * @param ref the policy it takes the place of, in its next version; or one that is not there
 * @param position among the others, from 1
 * @param calendarVersion of its calendar, the newest when it was drawn
 */
public record Sketch(int revision, PolicyRef ref, int position, Definition definition, int calendarVersion) {}
