package io.omniflow.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;

/** Ids, instants, durations, dates and zones are text in one form each; Jackson's own readers would take more. */
final class StrictScalars extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StrictScalars() {
        super("strict scalars");
        add(UUID.class, Scalars::uuid);
        add(Instant.class, Scalars::instant);
        add(Duration.class, Scalars::duration);
        add(LocalDate.class, Scalars::date);
        add(LocalTime.class, Scalars::time);
        add(ZoneId.class, Scalars::zone);
    }

    private <T> void add(Class<T> type, Function<String, T> parse) {
        addDeserializer(type, new FromText<>(type, parse));
    }

    private static final class FromText<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;
        private final Class<T> type;
        private final transient Function<String, T> parse;

        private FromText(Class<T> type, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, parser));
            }
            String text = parser.getText();
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException malformed) {
                return type.cast(context.handleWeirdStringValue(type, text, "%s", malformed.getMessage()));
            }
        }
    }
}
