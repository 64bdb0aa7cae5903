/**
 * What this service does about tickets that sit in Waiting for long: the workspace's policy, pings that are delivered or
 * refused, and the guard that no ticket is closed silently, whoever asks. When it is time is sla-service's business.
 */
@NullMarked
package io.omniflow.ticket.stale;

import org.jspecify.annotations.NullMarked;
