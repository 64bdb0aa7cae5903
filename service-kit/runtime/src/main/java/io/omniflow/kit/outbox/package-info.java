/**
 * The transactional outbox: events are rows written beside the state they tell of, and a relay publishes them in order.
 * Nothing here knows what an event means.
 */
@NullMarked
package io.omniflow.kit.outbox;

import org.jspecify.annotations.NullMarked;
