package io.omniflow.integration.sync.domain;

/** One state at the other side, or all of a kind. */
public sealed interface Target {
    boolean matches(ExternalState state);

    /** @param id the vendor's own */
    record State(String id) implements Target {
        @Override
        public boolean matches(ExternalState state) {
            return id.equals(state.id());
        }
    }

    record Kind(StateKind kind) implements Target {
        @Override
        public boolean matches(ExternalState state) {
            return kind == state.kind();
        }
    }
}
