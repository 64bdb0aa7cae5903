/**
 * Ties and mappings as rows.
 */
@NullMarked
package io.omniflow.integration.sync.postgres;

import org.jspecify.annotations.NullMarked;
