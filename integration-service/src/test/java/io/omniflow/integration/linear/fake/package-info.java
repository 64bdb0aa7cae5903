/**
 * A Linear of our own for tests: real HTTP, real GraphQL, state, and faults on demand. It knows nothing of this service and
 * is used by the whole suite's tests as well.
 */
@NullMarked
package io.omniflow.integration.linear.fake;

import org.jspecify.annotations.NullMarked;
