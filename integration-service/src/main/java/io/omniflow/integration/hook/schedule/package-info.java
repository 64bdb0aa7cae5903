/**
 * When to look for due deliveries and for what is too old. Decides nothing else.
 */
@NullMarked
package io.omniflow.integration.hook.schedule;

import org.jspecify.annotations.NullMarked;
