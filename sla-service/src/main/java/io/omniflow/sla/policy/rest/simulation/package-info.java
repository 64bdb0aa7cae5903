/** Simulations of a draft policy over HTTP: a resource, its request and views, and nothing that decides. */
@NullMarked
package io.omniflow.sla.policy.rest.simulation;

import org.jspecify.annotations.NullMarked;
