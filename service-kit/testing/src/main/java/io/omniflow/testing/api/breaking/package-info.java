/**
 * What a new version of an OpenAPI document takes from the clients of an older one. Pure: reads two documents and says what
 * breaks. Knows no service and makes no calls.
 */
@NullMarked
package io.omniflow.testing.api.breaking;

import org.jspecify.annotations.NullMarked;
