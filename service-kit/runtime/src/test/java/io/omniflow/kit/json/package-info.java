/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.json;

import org.jspecify.annotations.NullMarked;
