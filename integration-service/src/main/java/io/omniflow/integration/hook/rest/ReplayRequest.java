package io.omniflow.integration.hook.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** From when on what failed is sent again. */
record ReplayRequest(@NotNull Instant since) {}
