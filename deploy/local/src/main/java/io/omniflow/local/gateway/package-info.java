/** The one origin before the services: which path is whose, and passing requests through unchanged. No policy here. */
@NullMarked
package io.omniflow.local.gateway;

import org.jspecify.annotations.NullMarked;
