/** Merges, their commands and the permissions in PostgreSQL. No decision is made here. */
@NullMarked
package io.omniflow.merge.merging.postgres;

import org.jspecify.annotations.NullMarked;
