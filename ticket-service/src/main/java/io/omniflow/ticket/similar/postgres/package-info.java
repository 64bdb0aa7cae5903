/** Candidates out of the indexes of texts and contacts. */
@NullMarked
package io.omniflow.ticket.similar.postgres;

import org.jspecify.annotations.NullMarked;
