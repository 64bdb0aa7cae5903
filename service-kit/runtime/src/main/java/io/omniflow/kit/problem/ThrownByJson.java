package io.omniflow.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A body that cannot be read. Details are worded here, because Jackson's own messages quote the input and name Java classes.
 */
final class ThrownByJson {
    private ThrownByJson() {}

    static HttpProblem problem(JsonProcessingException thrown) {
        return switch (thrown) {
            case UnrecognizedPropertyException unknown -> Problems.malformed(pointer(unknown), "Unknown field");
            case InvalidNullException missing -> Problems.malformed(pointer(missing), "Must not be null");
            case InvalidFormatException format -> Problems.malformed(pointer(format), expected(format));
            case InvalidTypeIdException type -> Problems.malformed(pointer(type), "Unknown or missing type");
            case MismatchedInputException mismatch -> Problems.malformed(pointer(mismatch), expected(mismatch));
            case StreamConstraintsException size -> Problems.malformed("", "Nested too deep, or a value is too long");
            case JsonMappingException refused -> Problems.malformed(pointer(refused), "Cannot be read");
            case StreamReadException syntax -> Problems.malformed("", "Not the JSON this call reads: " + place(syntax));
            default -> Problems.malformed("", "Not JSON");
        };
    }

    private static String place(StreamReadException thrown) {
        String reason = thrown.getOriginalMessage();
        String said = reason.startsWith("Duplicate field")
                ? "a field is given twice"
                : reason.startsWith("Text holds") || reason.startsWith("Number out of range")
                        ? reason.toLowerCase(Locale.ROOT)
                        : "syntax error";
        return thrown.getLocation() == null
                ? said
                : said + " at line " + thrown.getLocation().getLineNr() + ", column "
                        + thrown.getLocation().getColumnNr();
    }

    private static String expected(MismatchedInputException thrown) {
        @Nullable Class<?> target = thrown.getTargetType();
        if (target == null) {
            return "Wrong type";
        }
        if (target.isEnum()) {
            return "Must be one of "
                    + Arrays.stream(target.getEnumConstants())
                            .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "));
        }
        return "Must be " + JsonNames.of(target);
    }

    private static String pointer(JsonMappingException thrown) {
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : thrown.getPath()) {
            @Nullable String name = step.getFieldName();
            pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : JsonNames.escaped(name));
        }
        return pointer.toString();
    }
}
