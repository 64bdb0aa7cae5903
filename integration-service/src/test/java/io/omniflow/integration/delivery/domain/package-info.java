/** Tests: Deliveries as rules. */
@NullMarked
package io.omniflow.integration.delivery.domain;

import org.jspecify.annotations.NullMarked;
