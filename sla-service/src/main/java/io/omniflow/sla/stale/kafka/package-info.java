/** Signs of waiting tickets and policies in, commands out: what they are in the words of the contract. */
@NullMarked
package io.omniflow.sla.stale.kafka;

import org.jspecify.annotations.NullMarked;
