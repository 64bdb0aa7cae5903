package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Every call this suite makes to Jira; Cloud and Data Center have the same ones under their own version, but for the search.
 * Statuses are answers here, not exceptions: Jira puts the reason in the body.
 */
@RegisterRestClient(configKey = "jira")
@Path("/rest/api")
@Produces(MediaType.APPLICATION_JSON)
interface JiraApi {

    @GET
    @Path("/{version}/myself")
    Uni<Response> myself(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version);

    @GET
    @Path("/{version}/project/{project}")
    Uni<Response> project(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("project") String project);

    /** Issue types with their statuses. */
    @GET
    @Path("/{version}/project/{project}/statuses")
    Uni<Response> statuses(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("project") String project);

    /** Issue types the account may make issues of. */
    @GET
    @Path("/{version}/issue/createmeta/{project}/issuetypes")
    Uni<Response> creatable(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("project") String project);

    @POST
    @Path("/{version}/issue")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> create(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            JsonNode issue);

    @GET
    @Path("/{version}/issue/{issue}")
    Uni<Response> issue(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            @QueryParam("fields") String fields);

    @GET
    @Path("/{version}/issue/{issue}/transitions")
    Uni<Response> transitions(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            @QueryParam("expand") String expand);

    @POST
    @Path("/{version}/issue/{issue}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> transition(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            JsonNode transition);

    /** Makes the link, or changes the one with the same {@code globalId}. */
    @POST
    @Path("/{version}/issue/{issue}/remotelink")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> remoteLink(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            JsonNode link);

    @GET
    @Path("/{version}/issue/{issue}/comment")
    Uni<Response> comments(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            @QueryParam("orderBy") String order,
            @QueryParam("maxResults") int most);

    @POST
    @Path("/{version}/issue/{issue}/comment")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> comment(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            @PathParam("issue") String issue,
            JsonNode comment);

    /** Cloud. */
    @POST
    @Path("/{version}/search/jql")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> searchByJql(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            JsonNode question);

    /** Data Center; Cloud has taken it away. */
    @POST
    @Path("/{version}/search")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<Response> search(
            @Url String base,
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @PathParam("version") String version,
            JsonNode question);
}
