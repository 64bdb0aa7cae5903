/** Tests of the stored queue. */
@NullMarked
package io.omniflow.integration.delivery.postgres;

import org.jspecify.annotations.NullMarked;
