package io.omniflow.kit.document;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** The scanner names {@code MergePatch<String>} as {@code MergePatchString} and describes its Java methods. */
final class MergePatchSchemas {
    private static final String PREFIX = "MergePatch";
    private static final Map<String, Schema.SchemaType> PLAIN = Map.of(
            "BigDecimal", Schema.SchemaType.NUMBER,
            "Boolean", Schema.SchemaType.BOOLEAN,
            "Integer", Schema.SchemaType.INTEGER,
            "Long", Schema.SchemaType.INTEGER,
            "String", Schema.SchemaType.STRING);

    private final List<String> known;

    MergePatchSchemas(List<String> known) {
        this.known = known;
    }

    void describe(String name, Schema schema) {
        if (!name.startsWith(PREFIX)) {
            return;
        }
        String held = name.substring(PREFIX.length());
        schema.setProperties(null);
        schema.setType(null);
        Schema.@Nullable SchemaType plain = PLAIN.get(held);
        if (plain != null) {
            schema.setType(List.of(plain, Schema.SchemaType.NULL));
        } else if (known.contains(held)) {
            schema.addAnyOf(OASFactory.createSchema().ref("#/components/schemas/" + held));
            schema.addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        } else if (held.startsWith("List") || held.startsWith("Set")) {
            schema.setType(List.of(Schema.SchemaType.ARRAY, Schema.SchemaType.NULL));
        } else if (held.startsWith("Map")) {
            schema.setType(List.of(Schema.SchemaType.OBJECT, Schema.SchemaType.NULL));
        }
    }
}
