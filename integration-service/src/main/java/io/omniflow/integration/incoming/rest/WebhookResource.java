package io.omniflow.integration.incoming.rest;

import io.omniflow.integration.connection.domain.ConnectionId;
import io.omniflow.integration.incoming.ReceiveWebhook;
import io.omniflow.integration.incoming.Reception;
import io.omniflow.integration.incoming.domain.IncomingRequest;
import io.omniflow.integration.incoming.domain.Vendor;
import io.omniflow.kit.problem.Problems;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Takes no token: the signature over the raw body is what lets a webhook in. */
@Path("/webhooks")
@Tag(name = "Incoming webhooks")
public class WebhookResource {
    private final ReceiveWebhook receive;

    WebhookResource(ReceiveWebhook receive) {
        this.receive = receive;
    }

    @POST
    @Path("/{system}/{connectionId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces({MediaType.TEXT_PLAIN, MediaType.APPLICATION_JSON})
    @PermitAll
    @Operation(
            operationId = "receiveWebhook",
            summary = "Take a webhook of Linear, Jira or Slack",
            description = "The address to give to the other system; system is linear, jira or slack. The connection's"
                    + " webhookSecret signs the body; without a good signature the answer is 401, whatever the reason."
                    + " What is genuine is stored before it is answered and worked off after; a repetition is answered 200"
                    + " and does nothing.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "slack", value = IncomingExamples.CHALLENGE)))
    @APIResponse(
            responseCode = "200",
            description = "Stored, or known; empty but for Slack's challenge",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_PLAIN,
                            schema = @Schema(type = SchemaType.STRING),
                            examples = @ExampleObject(name = "challenge", value = IncomingExamples.CHALLENGE_ANSWER)))
    @APIResponse(responseCode = "401", description = "Not signed with the secret of such a connection, or too old")
    @APIResponse(responseCode = "413", description = "More than one megabyte")
    public Uni<Response> receive(
            @PathParam("system") String system,
            @PathParam("connectionId") UUID connectionId,
            @Context HttpHeaders headers,
            @Context UriInfo address,
            byte[] body) {
        Vendor vendor = Vendor.of(system).orElseThrow(WebhookResource::unsigned);
        IncomingRequest request = new IncomingRequest(
                firstOfEach(headers.getRequestHeaders(), name -> name.toLowerCase(Locale.ROOT)),
                firstOfEach(address.getQueryParameters(), name -> name),
                body);
        return receive.receive(vendor, new ConnectionId(connectionId), request).map(WebhookResource::answer);
    }

    private static Response answer(Reception reception) {
        return switch (reception) {
            case Reception.Accepted() -> Response.ok().build();
            case Reception.Challenged(String text) ->
                Response.ok(text, MediaType.TEXT_PLAIN_TYPE).build();
            case Reception.Refused() -> throw unsigned();
        };
    }

    private static HttpProblem unsigned() {
        return HttpProblem.builder(
                        Problems.of(401, "unsigned", "Not signed with the secret of a connection that is there"))
                .withHeader(HttpHeaders.WWW_AUTHENTICATE, "Signature")
                .build();
    }

    private static Map<String, String> firstOfEach(
            MultivaluedMap<String, String> values, UnaryOperator<String> naming) {
        Map<String, String> first = new HashMap<>();
        values.forEach((name, all) -> first.putIfAbsent(naming.apply(name), first(all)));
        return first;
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.getFirst();
    }
}
