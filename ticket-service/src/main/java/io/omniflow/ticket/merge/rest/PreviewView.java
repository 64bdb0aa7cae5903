package io.omniflow.ticket.merge.rest;

import io.omniflow.kit.problem.FieldError;
import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.merge.MergeProblems;
import io.omniflow.ticket.merge.PreviewMerge;
import io.omniflow.ticket.merge.domain.Brought;
import io.omniflow.ticket.merge.domain.MergeRefusal;
import io.omniflow.ticket.merge.domain.Merging;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a merge would move. With a {@code problem} it would be refused, and nothing is in the manifest. */
@Schema(name = "MergePreview")
record PreviewView(
        UUID destination,
        List<UUID> sources,
        List<Moved> manifest,
        @Nullable Refused problem) {
    static final String EXAMPLE = """
            {"destination": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "sources": ["019ab3f0-7d10-7a52-9c3e-1b2c3d4e5f60"],
             "manifest": [{"source": "019ab3f0-7d10-7a52-9c3e-1b2c3d4e5f60", "previousStatus": "open",
               "conversationIds": ["019ab3ef-1111-7a52-9c3e-1b2c3d4e5f60"], "contactIds": [],
               "noteIds": ["019ab3f1-0d2e-7c3f-8a4b-5c6d7e8f9a0b"], "tags": ["outage"]}],
             "problem": null}""";
    static final String REFUSED = """
            {"destination": "019ab3f0-52c4-7b1e-8d2f-0a1b2c3d4e5f", "sources": ["019ab3f0-7d10-7a52-9c3e-1b2c3d4e5f60"],
             "manifest": [],
             "problem": {"type": "https://omniflow.io/problems/already-merged", "status": 409,
               "detail": "Ticket 019ab3f0-7d10-7a52-9c3e-1b2c3d4e5f60 is merged into 019ab3f0-0000-7b1e-8d2f-0a1b2c3d4e5f; undo that merge first",
               "pointer": null, "destination": "019ab3f0-0000-7b1e-8d2f-0a1b2c3d4e5f"}}""";

    /** Of one source; tags and contacts are those the destination does not have. */
    @Schema(name = "MergePreviewSource")
    record Moved(
            UUID source,
            Status previousStatus,
            List<UUID> conversationIds,
            List<UUID> contactIds,
            List<UUID> noteIds,
            List<String> tags) {
        static Moved of(Brought brought) {
            return new Moved(
                    brought.source().value(),
                    brought.previousStatus(),
                    brought.load().conversationIds(),
                    brought.load().contactIds(),
                    brought.load().noteIds(),
                    brought.load().tags());
        }
    }

    /** {@code pointer} into a request to merge; {@code destination} is where a ticket has been merged into already. */
    @Schema(name = "MergePreviewProblem")
    record Refused(
            String type,
            int status,
            String detail,
            @Nullable String pointer,
            @Nullable UUID destination) {
        static Refused of(MergeRefusal reason) {
            HttpProblem problem = MergeProblems.of(reason);
            return new Refused(
                    String.valueOf(problem.getType()),
                    problem.getStatusCode(),
                    String.valueOf(problem.getDetail()),
                    problem.getParameters().get("errors") instanceof List<?> errors
                                    && errors.getFirst() instanceof FieldError first
                            ? first.pointer()
                            : null,
                    problem.getParameters().get(MergeProblems.DESTINATION) instanceof UUID id ? id : null);
        }
    }

    static PreviewView of(PreviewMerge.Preview preview) {
        UUID destination = preview.destination().id().value();
        List<UUID> sources =
                preview.sources().stream().map(source -> source.id().value()).toList();
        return switch (preview.outcome()) {
            case Merging.Merged merged ->
                new PreviewView(
                        destination,
                        sources,
                        merged.brought().stream().map(Moved::of).toList(),
                        null);
            case Merging.Declined(MergeRefusal reason) ->
                new PreviewView(destination, sources, List.of(), Refused.of(reason));
        };
    }
}
