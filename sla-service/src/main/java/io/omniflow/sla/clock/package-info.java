/**
 * What sla-service does with a ticket's clocks: applying facts, judging deadlines, reading. Use cases and the ports they
 * need; the deciding itself is in {@code domain}, and how things are stored or sent is the edges' business.
 */
@NullMarked
package io.omniflow.sla.clock;

import org.jspecify.annotations.NullMarked;
