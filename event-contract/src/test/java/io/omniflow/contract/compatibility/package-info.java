/** Today's contract against every released one: what a reader of an older version would stumble over. */
@NullMarked
package io.omniflow.contract.compatibility;

import org.jspecify.annotations.NullMarked;
