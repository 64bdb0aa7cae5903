/** Tests of synchronised issues. */
@NullMarked
package io.omniflow.integration.sync;

import org.jspecify.annotations.NullMarked;
