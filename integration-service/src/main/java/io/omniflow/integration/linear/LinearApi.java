package io.omniflow.integration.linear;

import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one HTTP call there is. Statuses are answers here, not exceptions: Linear puts the reason in the body. */
@RegisterRestClient(configKey = "linear")
@Path("/graphql")
interface LinearApi {

    /** @param key sent as it is: a personal API key goes without a scheme before it */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    Uni<Response> post(@Url String baseUrl, @HeaderParam(HttpHeaders.AUTHORIZATION) String key, GraphQlRequest request);

    /** The body GraphQL wants over HTTP. */
    record GraphQlRequest(String query, Map<String, Object> variables, String operationName) {}
}
