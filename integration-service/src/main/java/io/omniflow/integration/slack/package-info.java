/**
 * Slack's Web API and its events as facts of this suite: calls, answers, text, and the ports it serves.
 */
@NullMarked
package io.omniflow.integration.slack;

import org.jspecify.annotations.NullMarked;
