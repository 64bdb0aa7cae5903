/**
 * What a policy may look like and in which order a workspace's policies are asked. No Uni, no framework, no reading of the
 * time of day; how clocks are measured by policies is {@code clock.domain}'s.
 */
@NullMarked
package io.omniflow.sla.policy.domain;

import org.jspecify.annotations.NullMarked;
