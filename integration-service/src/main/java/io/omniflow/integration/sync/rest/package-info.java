/**
 * A connection's states and what they mean, over HTTP.
 */
@NullMarked
package io.omniflow.integration.sync.rest;

import org.jspecify.annotations.NullMarked;
