package io.omniflow.kit.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.introspect.AnnotationIntrospectorPair;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.omniflow.contract.ContractJson;
import io.quarkus.arc.All;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * The mapper behind every resource. A request is read as documented or refused: no unknown field, no field given twice, no
 * value bent into another type. An answer leaves no field out.
 */
public final class StrictJson {
    private static final Set<LogicalType> NEVER_EMPTY_TEXT = Set.of(
            LogicalType.Array,
            LogicalType.Boolean,
            LogicalType.Collection,
            LogicalType.DateTime,
            LogicalType.Enum,
            LogicalType.Float,
            LogicalType.Integer,
            LogicalType.Map,
            LogicalType.OtherScalar,
            LogicalType.POJO);

    StrictJson() {}

    /** Takes the place of the framework's mapper; what extensions register is kept. */
    @Produces
    @Singleton
    static ObjectMapper mapper(@All List<ObjectMapperCustomizer> customizers) {
        JsonMapper mapper = create();
        customizers.stream().sorted().forEach(customizer -> customizer.customize(mapper));
        return strict(mapper);
    }

    /** The same mapper for whoever stands outside the container. */
    public static JsonMapper create() {
        JsonMapper.Builder builder = JsonMapper.builder(StrictJsonFactory.create())
                .addModule(new JavaTimeModule())
                .addModule(ContractJson.instants())
                .addModule(new StrictScalars())
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(MapperFeature.ALLOW_FINAL_FIELDS_AS_MUTATORS)
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Integer,
                        number -> number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail));
        NEVER_EMPTY_TEXT.forEach(type -> builder.withCoercionConfig(
                type, empty -> empty.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.String, CoercionAction.Fail)));
        return strict(builder.build());
    }

    /** Said again after the customizers, for some of them set the opposite. */
    private static JsonMapper strict(JsonMapper mapper) {
        mapper.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_INVALID_SUBTYPE,
                DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
        mapper.disable(
                DeserializationFeature.ACCEPT_FLOAT_AS_INT, DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE);
        mapper.disable(
                SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
                SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS,
                SerializationFeature.FAIL_ON_EMPTY_BEANS);
        mapper.configure(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES, false);
        mapper.setDefaultPropertyInclusion(
                JsonInclude.Value.construct(JsonInclude.Include.ALWAYS, JsonInclude.Include.ALWAYS));
        for (Class<?> collection : List.of(List.class, Set.class)) {
            mapper.configOverride(collection).setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
        }
        AnnotationIntrospector annotations = mapper.getDeserializationConfig().getAnnotationIntrospector();
        if (annotations.allIntrospectors().stream().noneMatch(SnakeCaseEnums.class::isInstance)) {
            mapper.setAnnotationIntrospector(AnnotationIntrospectorPair.create(annotations, new SnakeCaseEnums()));
        }
        return mapper;
    }
}
