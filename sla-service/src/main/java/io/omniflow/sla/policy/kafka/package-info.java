/** Changes of policies in the published language. */
@NullMarked
package io.omniflow.sla.policy.kafka;

import org.jspecify.annotations.NullMarked;
