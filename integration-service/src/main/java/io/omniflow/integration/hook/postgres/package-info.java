/**
 * Endpoints, messages and deliveries as rows. Secrets are stored sealed only; claims skip endpoints another replica holds.
 */
@NullMarked
package io.omniflow.integration.hook.postgres;

import org.jspecify.annotations.NullMarked;
