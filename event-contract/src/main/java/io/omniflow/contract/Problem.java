package io.omniflow.contract;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Why something was refused: the problem type's last segment ({@code not-found}, {@code already-merged}) and a sentence. */
public record Problem(String type, @Min(400) @Max(599) int status, String detail) {}
