/** Proves the embedded servers on real processes and real data directories. */
@NullMarked
package io.omniflow.embedded;

import org.jspecify.annotations.NullMarked;
