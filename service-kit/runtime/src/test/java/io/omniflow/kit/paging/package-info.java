/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.paging;

import org.jspecify.annotations.NullMarked;
