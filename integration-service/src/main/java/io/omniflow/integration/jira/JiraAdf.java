package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the Atlassian Document Format, version 1. A blank line ends a paragraph, a line end is a hard break. */
final class JiraAdf {
    /** An address as people type it, without what ends the sentence it stands in. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?'()\\[\\]{}]");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JiraAdf() {}

    static JsonNode document(List<JiraBlock> blocks) {
        ObjectNode document = node("doc").put("version", 1);
        ArrayNode content = document.putArray("content");
        blocks.forEach(block -> write(block, content));
        return document;
    }

    private static void write(JiraBlock block, ArrayNode content) {
        switch (block) {
            case JiraBlock.Text(String text) ->
                paragraphs(JiraText.cut(JiraText.clean(text), JiraText.LONGEST), content);
            case JiraBlock.Heading(String text) -> marked(JiraText.clean(text), "strong", content);
            case JiraBlock.Link(String label, var address) -> paragraph(content).add(linked(label, address.toString()));
            case JiraBlock.Small(String text) -> small(text, content);
        }
    }

    /** As many paragraphs as blank lines divide, empty ones included, so that nothing is lost. */
    private static void paragraphs(String text, ArrayNode content) {
        if (text.isEmpty()) {
            return;
        }
        for (String paragraph : text.split("\n\n", -1)) {
            ArrayNode inline = paragraph(content);
            String[] lines = paragraph.split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    inline.add(node("hardBreak"));
                }
                line(lines[i], inline);
            }
        }
    }

    private static void line(String line, ArrayNode inline) {
        Matcher addresses = ADDRESS.matcher(line);
        int written = 0;
        while (addresses.find()) {
            text(line.substring(written, addresses.start()), inline);
            inline.add(linked(addresses.group(), addresses.group()));
            written = addresses.end();
        }
        text(line.substring(written), inline);
    }

    /** A text node must not be empty. */
    private static void text(String text, ArrayNode inline) {
        if (!text.isEmpty()) {
            inline.add(node("text").put("text", text));
        }
    }

    private static ObjectNode linked(String label, String address) {
        ObjectNode text = node("text").put("text", label);
        text.putArray("marks").add(node("link").set("attrs", JSON.objectNode().put("href", address)));
        return text;
    }

    private static void marked(String text, String mark, ArrayNode content) {
        ObjectNode written = node("text").put("text", text);
        written.putArray("marks").add(node(mark));
        paragraph(content).add(written);
    }

    private static void small(String text, ArrayNode content) {
        ObjectNode written = node("text").put("text", text);
        written.putArray("marks")
                .add(node("subsup").set("attrs", JSON.objectNode().put("type", "sub")));
        paragraph(content).add(written);
    }

    private static ArrayNode paragraph(ArrayNode content) {
        return content.add(node("paragraph")).get(content.size() - 1).withArray("content");
    }

    private static ObjectNode node(String type) {
        return JSON.objectNode().put("type", type);
    }
}
