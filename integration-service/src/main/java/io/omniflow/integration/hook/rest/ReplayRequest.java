package io.omniflow.integration.hook.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on what failed is sent again. */
record ReplayRequest(@NotNull @Nullable Instant since) {}
