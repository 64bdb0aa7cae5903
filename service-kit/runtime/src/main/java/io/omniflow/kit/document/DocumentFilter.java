package io.omniflow.kit.document;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/**
 * The scanner reads Java; this puts right what the wire does differently: constants in lower_snake_case, fields of a merge
 * patch as what they hold or null, every failure as one kind of problem.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class DocumentFilter implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "HttpProblem";
    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    @Override
    public @Nullable Schema filterSchema(Schema schema) {
        List<Object> constants = schema.getEnumeration();
        if (constants != null && constants.stream().allMatch(DocumentFilter::isConstant)) {
            schema.setEnumeration(constants.stream()
                    .<Object>map(constant -> String.valueOf(constant).toLowerCase(Locale.ROOT))
                    .toList());
        }
        if (schema.getRef() != null) {
            // of a MergePatch the scanner says what it refers to, and beside it what it took the Java type for
            schema.setType(null);
            schema.setFormat(null);
            schema.setPattern(null);
        }
        return schema;
    }

    @Override
    public @Nullable Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            Map<String, APIResponse> responses = operation.getResponses().getAPIResponses();
            responses.forEach((status, response) -> {
                if (status.startsWith("4") || status.startsWith("5")) {
                    response.setContent(problem());
                }
            });
            if (!responses.containsKey("default")) {
                operation
                        .getResponses()
                        .addAPIResponse(
                                "default",
                                OASFactory.createAPIResponse()
                                        .description("A problem")
                                        .content(problem()));
            }
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null || document.getComponents().getSchemas() == null) {
            return;
        }
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        List.of("HttpValidationProblem", "Violation").forEach(document.getComponents()::removeSchema);
        if (schemas.containsKey(PROBLEM)) {
            ProblemSchema.describe(schemas.get(PROBLEM));
        }
        MergePatchSchemas patches = new MergePatchSchemas(List.copyOf(schemas.keySet()));
        schemas.forEach((name, schema) -> patches.describe(name, schema));
    }

    private static boolean isConstant(@Nullable Object value) {
        return value instanceof String text && CONSTANT.matcher(text).matches();
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        "application/problem+json",
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + PROBLEM)));
    }
}
