/**
 * How a delivery goes on after each outcome and how long it waits. Time and chance are parameters.
 */
@NullMarked
package io.omniflow.integration.delivery.domain;

import org.jspecify.annotations.NullMarked;
