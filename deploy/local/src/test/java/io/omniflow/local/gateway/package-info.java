/** Tests of the launcher's gateway package. */
@NullMarked
package io.omniflow.local.gateway;

import org.jspecify.annotations.NullMarked;
