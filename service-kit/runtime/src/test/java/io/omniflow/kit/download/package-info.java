/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.download;

import org.jspecify.annotations.NullMarked;
