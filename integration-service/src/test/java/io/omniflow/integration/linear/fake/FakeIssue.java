package io.omniflow.integration.linear.fake;

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
        List<FakeAttachment> attachments) {
    public FakeIssue {
        attachments = List.copyOf(attachments);
    }
}
