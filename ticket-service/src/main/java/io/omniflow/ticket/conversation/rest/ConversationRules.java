package io.omniflow.ticket.conversation.rest;

import io.omniflow.kit.json.JsonSize;
import io.omniflow.kit.problem.FieldError;
import io.omniflow.kit.problem.Problems;
import io.omniflow.ticket.lifecycle.domain.Tags;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The bounds of what a caller tells of conversations; each adds what is wrong, with a pointer to it. */
final class ConversationRules {
    static final int LONGEST_SUBJECT = 1_000;
    static final int LONGEST_NAME = 320;
    static final int LONGEST_EXTERNAL_ID = 500;
    static final int LONGEST_LANGUAGE = 35;
    /** Bytes of UTF-8 as JSON: it keeps every event below what Kafka takes. */
    static final int LONGEST_BODY = 65_536;

    private ConversationRules() {}

    static void words(String pointer, @Nullable String text, int longest, List<FieldError> errors) {
        if (text != null && (text.isBlank() || text.length() > longest)) {
            errors.add(new FieldError(pointer, "must have 1 to " + longest + " characters, or be left out"));
        }
    }

    static void body(String pointer, @Nullable String text, List<FieldError> errors) {
        if (text == null || text.isBlank() || JsonSize.of(text) > LONGEST_BODY) {
            errors.add(new FieldError(pointer, "must have 1 to " + LONGEST_BODY + " bytes as JSON"));
        }
    }

    static void tags(String pointer, List<@Nullable String> tags, List<FieldError> errors) {
        if (tags.size() > Tags.MOST) {
            errors.add(new FieldError(pointer, "may have at most " + Tags.MOST + " tags"));
        }
        for (int i = 0; i < tags.size(); i++) {
            tag(pointer + "/" + i, tags.get(i), errors);
        }
    }

    static void tag(String pointer, @Nullable String tag, List<FieldError> errors) {
        if (tag == null || tag.isBlank() || tag.length() > Tags.LONGEST) {
            errors.add(new FieldError(pointer, "must have 1 to " + Tags.LONGEST + " characters"));
        }
    }

    /** A body that is empty, or the JSON value null, is no request. */
    static <T> T required(@Nullable T request) {
        if (request == null) {
            throw Problems.malformed("", "A body is needed");
        }
        return request;
    }

    static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors);
        }
    }
}
