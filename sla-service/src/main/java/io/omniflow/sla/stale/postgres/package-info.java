/** Watches and policies as rows. No decision is taken here. */
@NullMarked
package io.omniflow.sla.stale.postgres;

import org.jspecify.annotations.NullMarked;
