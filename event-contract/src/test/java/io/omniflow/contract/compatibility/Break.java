package io.omniflow.contract.compatibility;

/** One change that a reader of an older version, or today's reader of an older event, would stumble over. */
record Break(Kind kind, String at, String detail) {

    enum Kind {
        TYPE_REMOVED,
        TYPE_MOVED,
        PROPERTY_REMOVED,
        PROPERTY_NO_LONGER_ALWAYS_THERE,
        PROPERTY_NOW_EXPECTED_OF_OLDER_EVENTS,
        JSON_TYPE_CHANGED,
        BECAME_NULLABLE,
        NO_LONGER_NULLABLE,
        ENUM_VALUE_ADDED,
        ENUM_VALUE_REMOVED,
        BOUND_CHANGED,
        NOT_UNDERSTOOD
    }

    @Override
    public String toString() {
        return kind + " at " + at + ": " + detail;
    }
}
