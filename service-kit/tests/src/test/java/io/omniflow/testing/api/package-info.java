/** Tests of what the generated API test stands on, without a service. */
@NullMarked
package io.omniflow.testing.api;

import org.jspecify.annotations.NullMarked;
