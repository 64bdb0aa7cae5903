/** Merging as pure decisions, and the model that never merged. */
@NullMarked
package io.omniflow.ticket.merge.domain;

import org.jspecify.annotations.NullMarked;
