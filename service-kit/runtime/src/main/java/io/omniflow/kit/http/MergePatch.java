package io.omniflow.kit.http;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One field of a JSON Merge Patch (RFC 7396). A request record declares its fields as {@code MergePatch<String> title} and
 * so tells a field that was left out from one set to {@code null}, while names and types stay strict.
 */
@JsonDeserialize(using = MergePatchReader.class)
public sealed interface MergePatch<T> {
    /** Left out: stays as it is. */
    record Absent<T>() implements MergePatch<T> {}

    /** Given as {@code null}: to be emptied. */
    record Cleared<T>() implements MergePatch<T> {}

    /** Given. */
    record Given<T>(T value) implements MergePatch<T> {}

    static <T> MergePatch<T> absent() {
        return new Absent<>();
    }

    /** The field after the patch, for a field that may be empty. */
    default @Nullable T over(@Nullable T before) {
        return switch (this) {
            case Absent<T> _ -> before;
            case Cleared<T> _ -> null;
            case Given<T>(T value) -> value;
        };
    }

    /**
     * The field after the patch, for a field that is never empty.
     *
     * @param refusal what to throw when the field is set to {@code null}
     */
    default T overRequired(T before, Supplier<? extends RuntimeException> refusal) {
        return switch (this) {
            case Absent<T> _ -> before;
            case Cleared<T> _ -> throw refusal.get();
            case Given<T>(T value) -> value;
        };
    }

    default boolean isAbsent() {
        return this instanceof Absent<T>;
    }
}
