/**
 * Links as rows.
 */
@NullMarked
package io.omniflow.integration.link.postgres;

import org.jspecify.annotations.NullMarked;
