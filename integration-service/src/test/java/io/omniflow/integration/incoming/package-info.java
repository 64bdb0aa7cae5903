/** Tests: use cases of links, over a store in memory. */
@NullMarked
package io.omniflow.integration.incoming;

import org.jspecify.annotations.NullMarked;
