package io.omniflow.integration.linear.fake;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An issue as the fake keeps it. */
public record FakeIssue(
        String id,
        String identifier,
        String title,
        @Nullable String description,
        int priority,
        String url,
        String stateName,
        @JsonSerialize(using = ToStringSerializer.class) Instant updatedAt,
        List<FakeAttachment> attachments,
        List<FakeComment> comments) {
    public FakeIssue {
        attachments = List.copyOf(attachments);
        comments = List.copyOf(comments);
    }

    FakeIssue in(FakeWorkflow state, Instant at) {
        return new FakeIssue(
                id, identifier, title, description, priority, url, state.title(), at, attachments, comments);
    }

    /** One a URL. */
    FakeIssue with(FakeAttachment attachment, Instant at) {
        List<FakeAttachment> kept = new ArrayList<>(attachments);
        kept.removeIf(known -> known.url().equals(attachment.url()));
        kept.add(attachment);
        return new FakeIssue(id, identifier, title, description, priority, url, stateName, at, kept, comments);
    }

    FakeIssue with(FakeComment comment, Instant at) {
        List<FakeComment> more = new ArrayList<>(comments);
        more.add(comment);
        return new FakeIssue(id, identifier, title, description, priority, url, stateName, at, attachments, more);
    }
}
