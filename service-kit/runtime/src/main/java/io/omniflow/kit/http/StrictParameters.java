package io.omniflow.kit.http;

import io.omniflow.kit.json.Scalars;
import io.omniflow.kit.problem.Problems;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters in the same forms as JSON. What cannot be read is 400 in a query or header, and 404 in a path: nothing
 * has that name.
 */
@Provider
public class StrictParameters implements ParamConverterProvider {
    private static final Map<Class<?>, Function<String, Object>> FORMS = Map.ofEntries(
            Map.entry(UUID.class, Scalars::uuid),
            Map.entry(Instant.class, Scalars::instant),
            Map.entry(Duration.class, Scalars::duration),
            Map.entry(LocalDate.class, Scalars::date),
            Map.entry(Integer.class, StrictParameters::integer),
            Map.entry(int.class, StrictParameters::integer),
            Map.entry(Long.class, StrictParameters::number),
            Map.entry(long.class, StrictParameters::number),
            Map.entry(Boolean.class, StrictParameters::truth),
            Map.entry(boolean.class, StrictParameters::truth));

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> type, Type generic, Annotation @Nullable [] annotations) {
        Function<String, Object> form = FORMS.get(type);
        if (form == null && type.isEnum()) {
            form = text -> constant(type, text);
        }
        return form == null ? null : new Converter<>(form, Place.of(annotations));
    }

    private record Place(String name, boolean inPath) {
        static Place of(Annotation @Nullable [] annotations) {
            for (Annotation annotation : annotations == null ? new Annotation[0] : annotations) {
                switch (annotation) {
                    case PathParam path -> {
                        return new Place(path.value(), true);
                    }
                    case QueryParam query -> {
                        return new Place(query.value(), false);
                    }
                    case HeaderParam header -> {
                        return new Place(header.value(), false);
                    }
                    case CookieParam cookie -> {
                        return new Place(cookie.value(), false);
                    }
                    default -> {}
                }
            }
            return new Place("", false);
        }
    }

    private record Converter<T>(Function<String, Object> form, Place place) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked") // each form makes values of the type it is listed under
        public @Nullable T fromString(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return (T) form.apply(text);
            } catch (IllegalArgumentException malformed) {
                RuntimeException problem = place.inPath()
                        ? Problems.notFound("What the path names")
                        : Problems.malformed(place.name(), String.valueOf(malformed.getMessage()));
                problem.addSuppressed(malformed);
                throw problem;
            }
        }

        @Override
        public String toString(T value) {
            return value instanceof Enum<?> constant ? wireName(constant) : String.valueOf(value);
        }
    }

    private static Integer integer(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("Must be a whole number in range", malformed);
        }
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException malformed) {
            throw new IllegalArgumentException("Must be a whole number in range", malformed);
        }
    }

    private static Boolean truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("Must be true or false");
        };
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> wireName((Enum<?>) constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Must be one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(constant -> wireName((Enum<?>) constant))
                                .collect(Collectors.joining(", "))));
    }

    private static String wireName(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
