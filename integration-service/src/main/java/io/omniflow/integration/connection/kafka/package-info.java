/**
 * Changes of connections as events; the only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.connection.kafka;

import org.jspecify.annotations.NullMarked;
