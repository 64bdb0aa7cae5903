/** Tests: sealing, with real files. */
@NullMarked
package io.omniflow.integration.connection.tink;

import org.jspecify.annotations.NullMarked;
