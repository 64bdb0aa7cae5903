/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.time;

import org.jspecify.annotations.NullMarked;
