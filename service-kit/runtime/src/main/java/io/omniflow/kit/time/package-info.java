/** Ids that carry time. The clock itself is {@code java.time.Clock}, given to whoever needs it. */
@NullMarked
package io.omniflow.kit.time;

import org.jspecify.annotations.NullMarked;
