package io.omniflow.integration.sync.rest;

import io.omniflow.integration.sync.domain.ExternalState;
import java.util.List;

/** All states of a connection, the first of a kind being the one that kind stands for. */
record StateList(List<StateView> states) {

    /** {@code kind}: todo, started, done, canceled, unknown. */
    record StateView(String id, String name, String kind) {}

    static StateList of(List<ExternalState> states) {
        return new StateList(states.stream()
                .map(state ->
                        new StateView(state.id(), state.name(), state.kind().text()))
                .toList());
    }
}
