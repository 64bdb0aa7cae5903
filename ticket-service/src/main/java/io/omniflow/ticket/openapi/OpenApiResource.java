package io.omniflow.ticket.openapi;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the API of the suite is, for machines. Open to anybody: it tells no more than the repository does. */
@Path("/api/v1/openapi")
@Tag(name = "API", description = "What the API is")
public class OpenApiResource {
    private static final String YAML = "application/yaml";
    private static final MediaType JSON_TYPE = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType YAML_TYPE = new MediaType("application", "yaml");

    /** Merged by the first who asks. */
    private static final class Merged {
        private static final SuiteDocument DOCUMENT = SuiteDocument.load();
    }

    @GET
    @PermitAll
    @Blocking
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "readOpenApi",
            summary = "Read this document",
            description =
                    "The OpenAPI 3.1 document of all four services; as YAML with Accept: application/yaml. A page to try"
                            + " it is at /api/v1/openapi/ui. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(type = SchemaType.OBJECT),
                        examples =
                                @ExampleObject(
                                        name = "its beginning",
                                        value =
                                                "{\"openapi\": \"3.1.0\", \"info\": {\"title\": \"Omniflow Tickets API\"}}")),
                @Content(mediaType = YAML, schema = @Schema(type = SchemaType.STRING))
            })
    public Response read(Request request) {
        Variant asked = request.selectVariant(
                List.of(new Variant(JSON_TYPE, (String) null, null), new Variant(YAML_TYPE, (String) null, null)));
        boolean inYaml = asked != null && YAML_TYPE.isCompatible(asked.getMediaType());
        return Response.ok(inYaml ? Merged.DOCUMENT.yaml() : Merged.DOCUMENT.json(), inYaml ? YAML_TYPE : JSON_TYPE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }
}
