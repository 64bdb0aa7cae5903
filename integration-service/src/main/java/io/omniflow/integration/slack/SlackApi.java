package io.omniflow.integration.slack;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestQuery;

/** Slack's Web API. Statuses are answers here, not exceptions: Slack puts the reason in the body. */
@RegisterRestClient(configKey = "slack")
@Path("/api")
interface SlackApi {
    @GET
    @Path("/{method}")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> read(
            @Url String baseUrl,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("method") String method,
            @RestQuery Map<String, String> query);

    @POST
    @Path("/{method}")
    @Consumes("application/json; charset=utf-8")
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> write(
            @Url String baseUrl,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String bearer,
            @PathParam("method") String method,
            Map<String, Object> body);
}
