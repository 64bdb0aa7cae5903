/**
 * Webhook endpoints and their log over HTTP. A secret goes out once, to whoever made it.
 */
@NullMarked
package io.omniflow.integration.hook.rest;

import org.jspecify.annotations.NullMarked;
