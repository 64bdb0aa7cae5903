/** Policies through HTTP, PostgreSQL and Kafka. */
@NullMarked
package io.omniflow.sla.policy;

import org.jspecify.annotations.NullMarked;
