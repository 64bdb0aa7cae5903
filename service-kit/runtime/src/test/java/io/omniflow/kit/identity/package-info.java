/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.identity;

import org.jspecify.annotations.NullMarked;
