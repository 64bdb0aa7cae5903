package io.omniflow.integration.jira;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what people wrote in the Atlassian Document Format as plain text. Of a kind of node this version does not know, the
 * text inside is read.
 */
final class JiraAdfReading {
    private JiraAdfReading() {}

    static String plain(JsonNode document) {
        return block(document).strip();
    }

    private static String block(JsonNode node) {
        return switch (node.path("type").asText()) {
            case "paragraph", "heading", "codeBlock", "caption", "decisionItem" -> inline(node);
            case "bulletList" -> items(node, _ -> "- ");
            case "orderedList" -> {
                int first = node.path("attrs").path("order").asInt(1);
                yield items(node, index -> first + index + ". ");
            }
            case "taskItem" ->
                (node.path("attrs").path("state").asText().equals("DONE") ? "[x] " : "[ ] ") + inline(node);
            case "listItem", "taskList", "decisionList", "table" -> blocks(node, "\n");
            case "tableRow" -> blocks(node, " | ");
            case "rule" -> "---";
            default -> node.path("content").isArray() ? blocks(node, "\n\n") : inlineNode(node);
        };
    }

    private static String blocks(JsonNode parent, String between) {
        return parent.path("content").valueStream().map(JiraAdfReading::block).collect(Collectors.joining(between));
    }

    private static String items(JsonNode list, IntFunction<String> bullet) {
        JsonNode items = list.path("content");
        return IntStream.range(0, items.size())
                .mapToObj(index -> bullet.apply(index) + block(items.path(index)))
                .collect(Collectors.joining("\n"));
    }

    private static String inline(JsonNode parent) {
        return parent.path("content")
                .valueStream()
                .map(JiraAdfReading::inlineNode)
                .collect(Collectors.joining());
    }

    private static String inlineNode(JsonNode node) {
        JsonNode attributes = node.path("attrs");
        return switch (node.path("type").asText()) {
            case "text" -> node.path("text").asText();
            case "hardBreak" -> "\n";
            case "mention", "status", "placeholder" -> attributes.path("text").asText();
            case "emoji" ->
                attributes.path("text").asText(attributes.path("shortName").asText());
            case "inlineCard", "blockCard", "embedCard" ->
                attributes.path("url").asText();
            case "media", "mediaInline" -> "[attachment]";
            default -> inline(node);
        };
    }
}
