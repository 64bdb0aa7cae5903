package io.omniflow.ticket.directory.rest;

import io.omniflow.kit.http.Correlations;
import io.omniflow.kit.http.ETags;
import io.omniflow.kit.http.IdempotentCalls;
import io.omniflow.kit.identity.Caller;
import io.omniflow.kit.identity.Callers;
import io.omniflow.kit.identity.Roles;
import io.omniflow.kit.paging.Limit;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.directory.Contact;
import io.omniflow.ticket.directory.Contacts;
import io.omniflow.ticket.directory.KeepContacts;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Contacts: the people tickets are about. */
@Path("/api/v1/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Contacts", description = "The people tickets are about")
public class ContactResource {
    private final Callers callers;
    private final Correlations correlations;
    private final IdempotentCalls idempotentCalls;
    private final KeepContacts keepContacts;
    private final Contacts contacts;

    ContactResource(
            Callers callers,
            Correlations correlations,
            IdempotentCalls idempotentCalls,
            KeepContacts keepContacts,
            Contacts contacts) {
        this.callers = callers;
        this.correlations = correlations;
        this.idempotentCalls = idempotentCalls;
        this.keepContacts = keepContacts;
        this.contacts = contacts;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "addContact",
            summary = "Add a contact",
            description =
                    "With an id of its own, if another system has given one. 409 when the id or the email is taken;"
                            + " the email by whom, for example \"The contact 019ab3f0-… has this email already\".")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = AddContactRequest.class),
                            examples = {
                                @ExampleObject(name = "a customer", value = ContactView.REQUEST),
                                @ExampleObject(name = "with an id", value = ContactView.REQUEST_WITH_EMAIL)
                            }))
    @APIResponse(
            responseCode = "201",
            description = "The contact",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.class),
                            examples = @ExampleObject(name = "a customer", value = ContactView.EXAMPLE)))
    public Uni<Response> add(
            AddContactRequest request, @HeaderParam("Idempotency-Key") @Nullable String key, UriInfo asked) {
        Caller caller = callers.current();
        Contact wanted = Rules.required(request).wanted();
        return idempotentCalls.once(caller, key, "contacts.add", request, transaction -> keepContacts
                .add(transaction, caller.workspace(), wanted)
                .map(contact -> Answers.created(contact.id(), ContactView.of(contact), contact.version(), asked)));
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "listContacts",
            summary = "List contacts",
            description = "In the order of their ids; narrowed to those whose name, email or phone number begins with a"
                    + " text, for example ?q=maria.")
    @APIResponse(
            responseCode = "200",
            description = "One page, with a Link to the next",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.ContactPage.class),
                            examples = @ExampleObject(name = "one contact", value = ContactView.PAGE)))
    public Uni<Response> list(
            @Parameter(description = "Where the name, the email or the phone number begins", example = "maria")
                    @QueryParam("q")
                    @Nullable String q,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @Nullable Integer limit,
            UriInfo asked) {
        Caller caller = callers.current();
        int most = Limit.of(limit);
        return contacts.starting(caller.workspace(), q, Answers.behind(cursor), most + 1)
                .map(found -> Answers.page(found, most, Contact::id, ContactView::of, asked));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "readContact",
            summary = "Read a contact",
            description = "For example /api/v1/contacts/019ab3f0-0a00-7000-8000-000000000001. The ETag is the version.")
    @APIResponse(
            responseCode = "200",
            description = "The contact",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.class),
                            examples = @ExampleObject(name = "a customer", value = ContactView.EXAMPLE)))
    public Uni<Response> read(@PathParam("id") UUID id) {
        return contacts.find(callers.current().workspace(), id)
                .map(found -> answer(found.orElseThrow(() -> Problems.notFound("contact"))));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @RolesAllowed(Roles.AGENT)
    @Operation(
            operationId = "changeContact",
            summary = "Change a contact",
            description = "A JSON Merge Patch; If-Match is honoured. For example an attribute set to null is removed.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeContactRequest.class),
                            examples = @ExampleObject(name = "another name", value = ContactView.CHANGE)))
    @APIResponse(
            responseCode = "200",
            description = "The contact after the change",
            content =
                    @Content(
                            schema = @Schema(implementation = ContactView.class),
                            examples = @ExampleObject(name = "a customer", value = ContactView.EXAMPLE)))
    public Uni<Response> change(
            @PathParam("id") UUID id,
            ChangeContactRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        UnaryOperator<Contact> change = Rules.required(request).change();
        return keepContacts
                .change(caller.workspace(), id, ETags.ifMatch(ifMatch), request.givenEmail(), change)
                .map(ContactResource::answer);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            operationId = "eraseContact",
            summary = "Erase a contact",
            description = "Empties name, email, phone and attributes for good; the id stays, so that tickets remain"
                    + " readable. For example on a request under the GDPR.")
    @APIResponse(responseCode = "204", description = "The contact is erased")
    public Uni<Void> erase(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        Caller caller = callers.current();
        return keepContacts.erase(caller.workspace(), id, ETags.ifMatch(ifMatch), correlations.originOf(caller));
    }

    private static Response answer(Contact contact) {
        return Answers.of(ContactView.of(contact), contact.version());
    }
}
