package io.omniflow.kit.json;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values that are legal JSON and yet cannot be kept: text with a NUL character (PostgreSQL has no place for one) or
 * half a surrogate pair (has no UTF-8 form), and numbers whose exponent would unfold into megabytes of digits.
 */
final class StorableValues extends JsonParserDelegate {
    private static final int LONGEST_EXPONENT = 3;

    StorableValues(JsonParser parser) {
        super(parser);
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        return checked(super.nextToken());
    }

    @Override
    public @Nullable JsonToken nextValue() throws IOException {
        return checked(super.nextValue());
    }

    private @Nullable JsonToken checked(@Nullable JsonToken token) throws IOException {
        if (token == JsonToken.FIELD_NAME) {
            checkText(currentName());
        } else if (token == JsonToken.VALUE_STRING) {
            checkText(getText());
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT) {
            checkExponent(getText());
        }
        return token;
    }

    private void checkText(String text) throws JsonParseException {
        if (!Texts.storable(text)) {
            throw new JsonParseException(this, "Text holds a NUL character or half a surrogate pair");
        }
    }

    private void checkExponent(String number) throws JsonParseException {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent >= 0) {
            String digits = number.substring(exponent + 1).replaceFirst("^[+-]?0*", "");
            if (digits.length() > LONGEST_EXPONENT) {
                throw new JsonParseException(this, "Number out of range");
            }
        }
    }
}
