package io.omniflow.contract;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What the inbox knows of the person on the other side; for a contact that nobody has seen before. */
public record ContactCard(
        @Nullable @Size(max = Limits.NAME_CHARACTERS) String name,
        @Nullable @Size(max = Limits.NAME_CHARACTERS) String email,
        @Nullable @Size(max = Limits.NAME_CHARACTERS) String phone) {}
