/**
 * Connections as rows. Secrets are stored sealed only.
 */
@NullMarked
package io.omniflow.integration.connection.postgres;

import org.jspecify.annotations.NullMarked;
