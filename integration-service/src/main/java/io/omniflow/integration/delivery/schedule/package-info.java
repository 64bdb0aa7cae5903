/**
 * When to look for due deliveries: at a signal, at the next due time, and at a heartbeat. Decides nothing else.
 */
@NullMarked
package io.omniflow.integration.delivery.schedule;

import org.jspecify.annotations.NullMarked;
