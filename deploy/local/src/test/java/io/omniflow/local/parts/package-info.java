/** Tests of the launcher's parts package. */
@NullMarked
package io.omniflow.local.parts;

import org.jspecify.annotations.NullMarked;
