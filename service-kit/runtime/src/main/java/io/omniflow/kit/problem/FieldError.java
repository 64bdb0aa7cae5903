package io.omniflow.kit.problem;

/**
 * One thing wrong with the input.
 *
 * @param pointer a JSON pointer into the body ({@code /tags/0}), or the bare name of a query parameter or header
 */
public record FieldError(String pointer, String detail) {}
