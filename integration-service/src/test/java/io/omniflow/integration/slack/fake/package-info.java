/**
 * A Slack of our own for tests: real HTTP, state, and faults on demand. It knows nothing of this service.
 */
@NullMarked
package io.omniflow.integration.slack.fake;

import org.jspecify.annotations.NullMarked;
