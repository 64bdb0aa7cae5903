package io.omniflow.integration.jira.fake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An issue as the fake keeps it.
 *
 * @param remoteLinks addresses by global id
 */
public record FakeIssue(
        String id,
        String key,
        String summary,
        JsonNode description,
        List<String> labels,
        @Nullable String priority,
        String statusId,
        @Nullable String resolution,
        List<FakeComment> comments,
        Map<String, String> remoteLinks,
        Instant created,
        Instant updated) {
    public FakeIssue {
        labels = List.copyOf(labels);
        comments = List.copyOf(comments);
        remoteLinks = Map.copyOf(remoteLinks);
    }

    FakeIssue in(String newStatusId, @Nullable String newResolution) {
        return new FakeIssue(
                id,
                key,
                summary,
                description,
                labels,
                priority,
                newStatusId,
                newResolution,
                comments,
                remoteLinks,
                created,
                Instant.now());
    }

    FakeIssue with(List<FakeComment> newComments, Map<String, String> newLinks) {
        return new FakeIssue(
                id,
                key,
                summary,
                description,
                labels,
                priority,
                statusId,
                resolution,
                newComments,
                newLinks,
                created,
                Instant.now());
    }
}
