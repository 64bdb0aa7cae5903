package io.omniflow.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import java.io.IOException;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Jackson asks for an absent value where the field is missing and for a null value where it is {@code null}. */
final class MergePatchReader extends JsonDeserializer<MergePatch<?>> implements ContextualDeserializer {
    private final @Nullable JsonDeserializer<Object> content;

    MergePatchReader() {
        this(null);
    }

    private MergePatchReader(@Nullable JsonDeserializer<Object> content) {
        this.content = content;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        JavaType type = property == null ? context.getContextualType() : property.getType();
        return new MergePatchReader(context.findContextualValueDeserializer(type.containedTypeOrUnknown(0), property));
    }

    @Override
    public MergePatch<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (content == null) {
            throw new IllegalStateException("used without a context");
        }
        Object value = content.deserialize(parser, context);
        // the mapper refuses nulls in a list by the type of the field, and that is MergePatch here
        if (value instanceof Collection<?> items && items.stream().anyMatch(Objects::isNull)) {
            throw InvalidNullException.from(context, PropertyName.NO_NAME, context.constructType(value.getClass()));
        }
        return new MergePatch.Given<>(value);
    }

    @Override
    public MergePatch<?> getNullValue(DeserializationContext context) {
        return new MergePatch.Cleared<>();
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return new MergePatch.Absent<>();
    }
}
