/** Tests of the launcher's demo package. */
@NullMarked
package io.omniflow.local.demo;

import org.jspecify.annotations.NullMarked;
