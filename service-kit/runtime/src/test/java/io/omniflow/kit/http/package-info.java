/** Tests without I/O. */
@NullMarked
package io.omniflow.kit.http;

import org.jspecify.annotations.NullMarked;
