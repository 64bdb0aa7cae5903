/** The smallest service that uses everything of the kit, HTTP and events. It exists for the kit's own tests. */
@NullMarked
package io.omniflow.testing.sample;

import org.jspecify.annotations.NullMarked;
