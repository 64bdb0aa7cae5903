package io.omniflow.ticket.openapi;

import io.omniflow.kit.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The API for people: Swagger UI over the merged document. Open to anybody; a token is entered into the page and stays in it.
 */
@Path("/api/v1/openapi/ui")
@Tag(name = "API")
public class TryItResource {
    /** Scripts only from here and none inside the page; calls only to the origin itself. Swagger UI sets styles in place. */
    static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    @GET
    @PermitAll
    @Blocking
    @Operation(
            operationId = "tryApi",
            summary = "Try the API",
            description =
                    "A page for the browser, for example http://localhost:8080/api/v1/openapi/ui. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "its beginning", value = "<!doctype html>")))
    public Response page() {
        return answer(PageFile.PAGE);
    }

    @GET
    @PermitAll
    @Blocking
    @Path("/{file}")
    @Operation(
            operationId = "readPartOfTryApi",
            summary = "Read a part of the page to try the API",
            description = "Its scripts and styles, for example start.js. No token is needed.")
    @APIResponse(
            responseCode = "200",
            description = "The part",
            content =
                    @Content(
                            mediaType = "text/javascript",
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "its beginning", value = "window.addEventListener(")))
    @APIResponse(responseCode = "404", description = "The page has no such part")
    public Response part(@PathParam("file") String file) {
        return answer(PageFile.named(file).orElseThrow(() -> Problems.notFound("file")));
    }

    private static Response answer(PageFile file) {
        return Response.ok(bytes(file), file.type())
                .header("Content-Security-Policy", POLICY)
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static byte[] bytes(PageFile file) {
        try (InputStream content = TryItResource.class.getClassLoader().getResourceAsStream(file.place())) {
            if (content == null) {
                throw new IllegalStateException("The build left out " + file.place());
            }
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
