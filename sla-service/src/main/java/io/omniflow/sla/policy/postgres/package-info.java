/** Where policies, their versions and their order are stored: SQL and the shape of rows. No decision is taken here. */
@NullMarked
package io.omniflow.sla.policy.postgres;

import org.jspecify.annotations.NullMarked;
