/** The audit log's SQL: each port of the feature over plain statements. No decision is taken here. */
@NullMarked
package io.omniflow.merge.audit.postgres;

import org.jspecify.annotations.NullMarked;
