package io.omniflow.integration.sync.domain;

/**
 * A state an issue can have at the other side.
 *
 * @param id the vendor's own, which stays the same when the state is renamed
 */
public record ExternalState(String id, String name, StateKind kind) {}
