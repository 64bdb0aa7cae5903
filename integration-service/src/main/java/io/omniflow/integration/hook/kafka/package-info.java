/**
 * Facts in, to be sent on, and changes of endpoints out; the only place of this feature that sees the contract.
 */
@NullMarked
package io.omniflow.integration.hook.kafka;

import org.jspecify.annotations.NullMarked;
