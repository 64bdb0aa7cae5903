/**
 * Walks the OpenAPI document of a running service and holds every operation to what the API promises. Knows no endpoint by
 * name; a service only says how to make the things its paths name.
 */
@NullMarked
package io.omniflow.testing.api;

import org.jspecify.annotations.NullMarked;
