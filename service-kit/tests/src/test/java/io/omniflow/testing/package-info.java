/** Proves the harness and, through a small service of its own, the kit. */
@NullMarked
package io.omniflow.testing;

import org.jspecify.annotations.NullMarked;
