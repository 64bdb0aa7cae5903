/**
 * Deliveries over HTTP: the dead letters and their retry by hand.
 */
@NullMarked
package io.omniflow.integration.delivery.rest;

import org.jspecify.annotations.NullMarked;
