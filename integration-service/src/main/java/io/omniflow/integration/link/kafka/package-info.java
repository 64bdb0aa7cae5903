/**
 * Answers of ticket-service in, commands and facts of links out; the only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.link.kafka;

import org.jspecify.annotations.NullMarked;
