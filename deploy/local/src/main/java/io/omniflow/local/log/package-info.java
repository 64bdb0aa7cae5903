/** A help desk's event log sent to a running suite through the public API. What the log comes to is the suite's business. */
@NullMarked
package io.omniflow.local.log;

import org.jspecify.annotations.NullMarked;
