/**
 * Dead deliveries as events; the only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.delivery.kafka;

import org.jspecify.annotations.NullMarked;
