package io.omniflow.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The one way the records become JSON: instants as RFC 3339 in UTC with three decimals, durations as ISO 8601, no value
 * as {@code null}. Readers pass over fields they do not know, so that a field may be added.
 */
public final class ContractJson {
    private static final String SHORT_ESCAPES = "\"\\\b\t\n\f\r";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(instants())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS))
            .build();

    private ContractJson() {}

    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** The one text form of an instant; what is finer than a millisecond is cut. */
    public static String text(Instant instant) {
        return INSTANT.format(instant);
    }

    /**
     * Bytes the text takes inside an event, without its quotes: UTF-8 with the escapes of JSON. The length of a text says
     * little about it; a control character takes six.
     */
    public static int size(String text) {
        return text.chars().map(ContractJson::size).sum();
    }

    /** Each half of a surrogate pair counts for half of the pair's four bytes. */
    private static int size(int character) {
        if (SHORT_ESCAPES.indexOf(character) >= 0) {
            return 2;
        }
        if (character < ' ') {
            return 6;
        }
        if (character < 0x80) {
            return 1;
        }
        return character < 0x800 || Character.isSurrogate((char) character) ? 2 : 3;
    }

    /** Writes instants in the one text form; also for the mapper of a REST edge. */
    public static SimpleModule instants() {
        SimpleModule module = new SimpleModule("instants");
        module.addSerializer(Instant.class, new JsonSerializer<>() {
            @Override
            public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
                out.writeString(text(value));
            }
        });
        return module;
    }
}
