/**
 * The queue as a table. Claims skip rows another replica holds.
 */
@NullMarked
package io.omniflow.integration.delivery.postgres;

import org.jspecify.annotations.NullMarked;
