/**
 * Facts of tickets, clocks and links in; questions and notes out. The only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.thread.kafka;

import org.jspecify.annotations.NullMarked;
