package io.omniflow.testing.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NewThing")
record MakeThingRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull ThingKind kind,
        @Digits(integer = 12, fraction = 4) @Nullable BigDecimal amount,
        @Nullable Instant dueAt,
        @Nullable UUID ownerId,
        @Size(max = 3) @Nullable List<@NotBlank @Size(max = 20) String> tags,
        @Valid @Nullable Box box) {
    record Box(@Size(max = 10) @Nullable String label, int height, boolean open) {}
}
