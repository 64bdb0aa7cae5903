/**
 * Links over HTTP.
 */
@NullMarked
package io.omniflow.integration.link.rest;

import org.jspecify.annotations.NullMarked;
