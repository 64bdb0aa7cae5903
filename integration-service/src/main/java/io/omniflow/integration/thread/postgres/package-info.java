/**
 * Threads as rows.
 */
@NullMarked
package io.omniflow.integration.thread.postgres;

import org.jspecify.annotations.NullMarked;
