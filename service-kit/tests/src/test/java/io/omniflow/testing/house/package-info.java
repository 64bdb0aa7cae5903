/** Proves each rule of the house on code that breaks it. */
@NullMarked
package io.omniflow.testing.house;

import org.jspecify.annotations.NullMarked;
