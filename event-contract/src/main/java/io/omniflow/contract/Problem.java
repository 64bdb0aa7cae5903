package io.omniflow.contract;

/** Why something was refused: the problem type's last segment ({@code not-found}, {@code already-merged}) and a sentence. */
public record Problem(String type, int status, String detail) {}
