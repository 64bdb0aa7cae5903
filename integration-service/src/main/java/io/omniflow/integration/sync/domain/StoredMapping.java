package io.omniflow.integration.sync.domain;

/** @param version 0 until somebody said something else than the default */
public record StoredMapping(Mapping mapping, long version) {
    public static final StoredMapping DEFAULT = new StoredMapping(Mapping.DEFAULT, 0);
}
