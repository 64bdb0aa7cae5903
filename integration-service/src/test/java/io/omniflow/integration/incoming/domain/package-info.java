/** Tests: webhooks that came in, as rules. */
@NullMarked
package io.omniflow.integration.incoming.domain;

import org.jspecify.annotations.NullMarked;
