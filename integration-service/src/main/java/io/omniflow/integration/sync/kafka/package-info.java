/**
 * What ticket-service tells of tickets that have issues, and what is asked of it and told to all; the only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.sync.kafka;

import org.jspecify.annotations.NullMarked;
