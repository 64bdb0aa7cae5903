/**
 * When issues are read again that nobody spoke of.
 */
@NullMarked
package io.omniflow.integration.sync.schedule;

import org.jspecify.annotations.NullMarked;
