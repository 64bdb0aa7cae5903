package io.omniflow.ticket.imports;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.imports.domain.Replay;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Ids for agents and teams an import names: an id stands for itself, another name always gets the same id in one
 * workspace. The names are kept, so that the directory can show them.
 */
final class NamesOfWorkspace implements Replay.Names {
    private final WorkspaceId workspace;
    private final Map<UUID, Imports.Name> used = new LinkedHashMap<>();

    NamesOfWorkspace(WorkspaceId workspace) {
        this.workspace = workspace;
    }

    @Override
    public UUID agent(String name) {
        return id("agent", name);
    }

    @Override
    public UUID team(String name) {
        return id("team", name);
    }

    Collection<Imports.Name> used() {
        return used.values();
    }

    private UUID id(String kind, String name) {
        if (name.length() == 36) {
            try {
                return UUID.fromString(name);
            } catch (IllegalArgumentException justAName) {
                return derived(kind, name);
            }
        }
        return derived(kind, name);
    }

    private UUID derived(String kind, String name) {
        String seed = workspace.value() + "/" + kind + "/" + name;
        UUID id = UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8));
        used.putIfAbsent(id, new Imports.Name(kind, id, name));
        return id;
    }
}
