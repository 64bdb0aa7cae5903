package io.omniflow.kit.document;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** What every failure looks like. */
final class ProblemSchema {
    private ProblemSchema() {}

    static void describe(Schema problem) {
        problem.setDescription("RFC 9457. Rely on type and status; title and detail are for people.");
        problem.setProperties(null);
        problem.addProperty("type", text("https://omniflow.io/problems/invalid"));
        problem.addProperty("title", text("Invalid"));
        problem.addProperty("status", of(Schema.SchemaType.INTEGER).addExample(422));
        problem.addProperty("detail", text("The input breaks a rule"));
        problem.addProperty(
                "errors",
                of(Schema.SchemaType.ARRAY)
                        .description("What is wrong with the input, where that can be pointed at")
                        .items(of(Schema.SchemaType.OBJECT)
                                .addProperty("pointer", text("/title"))
                                .addProperty("detail", text("must not be blank"))));
        problem.setRequired(List.of("type", "title", "status"));
    }

    private static Schema text(String example) {
        return of(Schema.SchemaType.STRING).addExample(example);
    }

    private static Schema of(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
