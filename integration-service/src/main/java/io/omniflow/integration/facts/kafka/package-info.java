/**
 * The one consumer of ticket facts and answers. No vendor is called here.
 */
@NullMarked
package io.omniflow.integration.facts.kafka;

import org.jspecify.annotations.NullMarked;
