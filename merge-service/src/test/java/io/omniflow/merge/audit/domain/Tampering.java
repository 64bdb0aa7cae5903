package io.omniflow.merge.audit.domain;

import io.omniflow.kit.identity.WorkspaceId;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One field of a stored entry, and a change of it. Fields added later are tampered with as well. */
record Tampering(RecordComponent field) {
    static List<Tampering> all() {
        return Stream.of(Entry.class, Fact.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(field -> field.getType() != Fact.class)
                .map(Tampering::new)
                .toList();
    }

    Entry of(Entry entry) {
        if (field.getDeclaringRecord() == Entry.class) {
            return changed(entry);
        }
        return new Entry(
                entry.sequence(),
                changed(entry.fact()),
                entry.recordedAt(),
                entry.salt(),
                entry.payloadHash(),
                entry.previousHash(),
                entry.hash());
    }

    @SuppressWarnings("unchecked") // a record's constructor makes that record
    private <R extends Record> R changed(R whole) {
        try {
            RecordComponent[] components = whole.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                Object value = components[i].getAccessor().invoke(whole);
                values[i] = components[i].getName().equals(field.getName()) ? other(value) : value;
            }
            Constructor<?> constructor = whole.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new));
            return (R) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record can be read and made anew", e);
        }
    }

    private static Object other(Object value) {
        return switch (value) {
            case null -> new UUID(1, 1);
            case Long number -> number + 1;
            case String text -> text + "x";
            case UUID id -> new UUID(id.getMostSignificantBits(), ~id.getLeastSignificantBits());
            case WorkspaceId workspace -> new WorkspaceId(new UUID(1, 1));
            case Instant instant -> instant.plusNanos(1000);
            case Hash hash -> new Hash(new StringBuilder(hash.hex()).reverse().toString() + "00");
            case Salt salt -> new Salt("ab".repeat(Salt.BYTES));
            default -> throw new AssertionError("no idea how to change a " + value.getClass());
        };
    }

    @Override
    public String toString() {
        return field.getDeclaringRecord().getSimpleName() + "." + field.getName();
    }
}
