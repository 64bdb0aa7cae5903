/**
 * What is done to a ticket because one of its clocks ran for long: somebody is told, the priority raised, the team changed.
 * When that is, and what of it, is for the policy to say, which is sla-service's; how it arrives is the edge's business.
 */
@NullMarked
package io.omniflow.ticket.escalation;

import org.jspecify.annotations.NullMarked;
