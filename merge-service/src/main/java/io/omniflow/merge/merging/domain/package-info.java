/**
 * A merge and its states, as a pure fold over what is asked and answered. No clock, no storage, nothing of how events look.
 */
@NullMarked
package io.omniflow.merge.merging.domain;

import org.jspecify.annotations.NullMarked;
