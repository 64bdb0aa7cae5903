/** One walk through a running suite as an outside client would take it. Checks that the parts work together, no details. */
@NullMarked
package io.omniflow.local.smoke;

import org.jspecify.annotations.NullMarked;
