/** Tests of the launcher's identity package. */
@NullMarked
package io.omniflow.local.identity;

import org.jspecify.annotations.NullMarked;
