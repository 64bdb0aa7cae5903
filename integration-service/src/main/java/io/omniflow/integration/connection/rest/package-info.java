/**
 * Connections over HTTP. Secrets come in here and never go out.
 */
@NullMarked
package io.omniflow.integration.connection.rest;

import org.jspecify.annotations.NullMarked;
