/**
 * Webhooks of other systems: verified on the raw body, stored, answered, and only then worked off. Vendors read theirs through
 * {@link io.omniflow.integration.incoming.WebhookReader}; what one means is for the features that take its signals.
 */
@NullMarked
package io.omniflow.integration.incoming;

import org.jspecify.annotations.NullMarked;
