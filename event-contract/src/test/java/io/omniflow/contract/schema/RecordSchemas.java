package io.omniflow.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.CustomDefinition.AttributeInclusion;
import com.github.victools.jsonschema.generator.CustomDefinition.DefinitionType;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import com.github.victools.jsonschema.module.jakarta.validation.JakartaValidationModule;
import io.omniflow.contract.ContractJson;
import io.omniflow.contract.EventCatalog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the schema of a record. Every component is required, since no field is ever left out; those marked
 * {@link Nullable} may be null. Objects stay open: a reader passes over what it does not know.
 */
final class RecordSchemas {
    /** What {@link Duration#toString()} writes; the {@code duration} format of JSON Schema has no fractions. */
    private static final String DURATION = "^PT(-?[0-9]+H)?(-?[0-9]+M)?(-?[0-9]+(\\.[0-9]{1,9})?S)?$";

    private static final Map<Class<?>, Map<String, String>> VALUES = Map.of(
            UUID.class, Map.of("type", "string", "format", "uuid"),
            Instant.class, Map.of("type", "string", "format", "date-time"),
            Duration.class, Map.of("type", "string", "pattern", DURATION),
            JsonNode.class, Map.of("type", "object"),
            Map.class, Map.of("type", "object"),
            Object.class, Map.of());

    private static final SchemaGenerator GENERATOR = generator();

    private RecordSchemas() {}

    static ObjectNode of(Class<?> event) {
        String type = EventCatalog.typeOf(event);
        ObjectNode generated = GENERATOR.generateSchema(event);
        ObjectNode schema = ContractJson.mapper().createObjectNode();
        schema.set("$schema", generated.remove("$schema"));
        schema.put("$id", "urn:" + type.replace('.', ':'));
        schema.put("title", type);
        return schema.setAll(generated);
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder settings = new SchemaGeneratorConfigBuilder(
                        ContractJson.mapper(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY))
                .with(new JakartaValidationModule())
                .with(Option.DEFINITIONS_FOR_ALL_OBJECTS);
        settings.forTypesInGeneral().withPropertySorter((_, _) -> 0).withCustomDefinitionProvider((type, context) -> {
            Map<String, String> value = VALUES.get(type.getErasedType());
            return value == null
                    ? null
                    : new CustomDefinition(node(value), DefinitionType.INLINE, AttributeInclusion.YES);
        });
        settings.forFields()
                .withRequiredCheck(component -> !component.isFakeContainerItemScope())
                .withNullableCheck(RecordSchemas::nullable);
        return new SchemaGenerator(settings.build());
    }

    private static ObjectNode node(Map<String, String> keywords) {
        ObjectNode node = ContractJson.mapper().createObjectNode();
        List.of("type", "format", "pattern").stream()
                .filter(keywords::containsKey)
                .forEach(keyword -> node.put(keyword, keywords.get(keyword)));
        return node;
    }

    private static boolean nullable(FieldScope component) {
        return !component.isFakeContainerItemScope()
                && component.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
