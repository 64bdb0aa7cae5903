/**
 * Webhooks in, without a token and judged by their signature; and the list of what came in.
 */
@NullMarked
package io.omniflow.integration.incoming.rest;

import org.jspecify.annotations.NullMarked;
