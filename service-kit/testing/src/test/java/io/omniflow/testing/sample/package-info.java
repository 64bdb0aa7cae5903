/** The smallest service that uses everything of the kit's HTTP side. It exists for the kit's own tests. */
@NullMarked
package io.omniflow.testing.sample;

import org.jspecify.annotations.NullMarked;
