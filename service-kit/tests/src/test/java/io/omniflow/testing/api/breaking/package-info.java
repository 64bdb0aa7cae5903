/** Tests of the comparison of two OpenAPI documents. */
@NullMarked
package io.omniflow.testing.api.breaking;

import org.jspecify.annotations.NullMarked;
