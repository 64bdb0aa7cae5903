/** The parts of the suite: how each is started, when it is ready and how it is stopped. No order and no restarts here. */
@NullMarked
package io.omniflow.local.parts;

import org.jspecify.annotations.NullMarked;
