/**
 * The HTTP conventions every service shares: ETags, repeatable POSTs, Prefer, merge patch fields, correlation ids,
 * limits on requests. No resource lives here.
 */
@NullMarked
package io.omniflow.kit.http;

import org.jspecify.annotations.NullMarked;
