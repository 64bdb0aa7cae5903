/**
 * Sealing of secrets with Tink. Nothing else touches the keyset.
 */
@NullMarked
package io.omniflow.integration.connection.tink;

import org.jspecify.annotations.NullMarked;
