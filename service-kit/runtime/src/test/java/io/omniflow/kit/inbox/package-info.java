/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.inbox;

import org.jspecify.annotations.NullMarked;
