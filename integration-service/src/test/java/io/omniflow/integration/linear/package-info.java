/** Tests: Linear's answers and documents. */
@NullMarked
package io.omniflow.integration.linear;

import org.jspecify.annotations.NullMarked;
