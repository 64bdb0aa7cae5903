/**
 * Events in and out of the audit log, and the only place of the feature that sees the event contract. What an event
 * means to its ticket is of no interest here; it is recorded.
 */
@NullMarked
package io.omniflow.merge.audit.kafka;

import org.jspecify.annotations.NullMarked;
