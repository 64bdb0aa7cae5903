package io.omniflow.testing.sample;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

record AddNoteRequest(@NotNull UUID ticketId, @NotBlank String body) {}
