/** Tests: use cases of links, over a store in memory. */
@NullMarked
package io.omniflow.integration.incoming.domain;

import org.jspecify.annotations.NullMarked;
