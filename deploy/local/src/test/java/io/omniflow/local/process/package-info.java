/** Tests of the launcher's process package. */
@NullMarked
package io.omniflow.local.process;

import org.jspecify.annotations.NullMarked;
