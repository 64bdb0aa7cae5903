/**
 * Keeps a ticket and the issues it is tied to alike: which status follows which, in which direction, and which of two
 * changes wins. Vendors answer through {@link io.omniflow.integration.sync.Issues}; the queue of calls is {@code delivery}.
 */
@NullMarked
package io.omniflow.integration.sync;

import org.jspecify.annotations.NullMarked;
