package io.omniflow.testing.sample;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Thing")
record ThingView(
        UUID id,
        String name,
        ThingKind kind,
        @Nullable BigDecimal amount,
        @Nullable Instant dueAt,
        @Nullable UUID ownerId,
        List<String> tags,
        long version) {}
