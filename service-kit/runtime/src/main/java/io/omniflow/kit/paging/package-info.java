/** Keyset paging as the API promises it: opaque cursors, a bounded limit, a {@code Link} header. No SQL lives here. */
@NullMarked
package io.omniflow.kit.paging;

import org.jspecify.annotations.NullMarked;
