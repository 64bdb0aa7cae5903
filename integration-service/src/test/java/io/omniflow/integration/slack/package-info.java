/** Tests: text and signatures of Slack, and its own document. */
@NullMarked
package io.omniflow.integration.slack;

import org.jspecify.annotations.NullMarked;
