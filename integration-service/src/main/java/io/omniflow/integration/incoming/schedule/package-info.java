/**
 * When to look for webhooks that wait, and when to remove old ones. Decides nothing else.
 */
@NullMarked
package io.omniflow.integration.incoming.schedule;

import org.jspecify.annotations.NullMarked;
