package io.omniflow.integration.jira;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraAdfTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void a_blank_line_ends_a_paragraph_and_a_line_end_is_a_hard_break() throws JsonProcessingException {
        assertEquals(JSON.readTree("""
            {"type": "doc", "version": 1, "content": [
              {"type": "paragraph", "content": [
                {"type": "text", "text": "one"}, {"type": "hardBreak"}, {"type": "text", "text": "two"}]},
              {"type": "paragraph", "content": [{"type": "text", "text": "three"}]}]}\
            """), document("one\r\n" + "two\n\n" + "three"));
    }

    @Test
    void markup_and_json_of_people_is_text() throws JsonProcessingException {
        String text = "h1. *not* {\"type\": \"doc\"} <b>\"&amp;\\";

        assertEquals(text, document(text).at("/content/0/content/0/text").asText());
        assertEquals(1, document(text).at("/content/0/content").size());
    }

    @ParameterizedTest
    @CsvSource({
        "see https://x.example/a_b?c=d&e=f now, https://x.example/a_b?c=d&e=f",
        "(see https://x.example/a), https://x.example/a",
        "https://x.example/a., https://x.example/a"
    })
    void an_address_becomes_a_link_without_the_end_of_its_sentence(String text, String address) {
        List<String> links = document(text)
                .at("/content/0/content")
                .valueStream()
                .filter(node -> node.has("marks"))
                .map(node -> node.at("/marks/0/attrs/href").asText())
                .toList();

        assertEquals(List.of(address), links);
        assertEquals(text, read(document(text)));
    }

    @Test
    void the_way_back_is_a_link() {
        JsonNode link = JiraAdf.document(
                        List.of(new JiraBlock.Link("Ticket #42", URI.create("https://desk.example/tickets/42"))))
                .at("/content/0/content/0");

        assertEquals("Ticket #42", link.path("text").asText());
        assertEquals(
                "https://desk.example/tickets/42",
                link.at("/marks/0/attrs/href").asText());
    }

    @Test
    void no_character_of_any_text_is_lost() {
        RandomTexts.texts().forEach(text -> assertEquals(JiraText.clean(text), read(document(text)), text));
    }

    @Test
    void no_node_of_any_text_is_empty() {
        RandomTexts.texts().forEach(text -> document(text)
                .findValuesAsText("text")
                .forEach(written -> assertFalse(written.isEmpty(), text)));
    }

    @Test
    void a_text_too_long_for_jira_ends_with_an_ellipsis() {
        String text = read(document("\uD83D\uDE00".repeat(20_000)));

        assertTrue(text.length() <= JiraText.LONGEST);
        assertTrue(text.endsWith("\uD83D\uDE00\u2026"));
    }

    @Test
    void what_people_write_in_jira_is_read_as_plain_text() throws JsonProcessingException {
        JsonNode document = JSON.readTree("""
            {"type": "doc", "version": 1, "content": [
              {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Found it"}]},
              {"type": "paragraph", "content": [
                {"type": "mention", "attrs": {"id": "1", "text": "@Ada"}}, {"type": "text", "text": " see"},
                {"type": "hardBreak"},
                {"type": "inlineCard", "attrs": {"url": "https://x.example/1"}},
                {"type": "emoji", "attrs": {"shortName": ":smile:"}}]},
              {"type": "orderedList", "attrs": {"order": 3}, "content": [
                {"type": "listItem", "content": [
                  {"type": "paragraph", "content": [{"type": "text", "text": "first"}]},
                  {"type": "bulletList", "content": [
                    {"type": "listItem", "content": [
                      {"type": "paragraph", "content": [{"type": "text", "text": "inner"}]}]}]}]},
                {"type": "listItem", "content": [
                  {"type": "paragraph", "content": [{"type": "text", "text": "second"}]}]}]},
              {"type": "panel", "attrs": {"panelType": "info"}, "content": [
                {"type": "paragraph", "content": [{"type": "text", "text": "note"}]}]},
              {"type": "somethingNew", "content": [{"type": "text", "text": "kept"}]}]}\
            """);

        assertEquals(
                "Found it\n\n@Ada see\nhttps://x.example/1:smile:\n\n3. first\n- inner\n4. second\n\nnote\n\nkept",
                JiraAdfReading.plain(document));
    }

    private static JsonNode document(String text) {
        return JiraAdf.document(List.of(new JiraBlock.Text(text)));
    }

    /** The other way round, which the format allows because nothing but text, breaks and links is written. */
    private static String read(JsonNode document) {
        return document.path("content")
                .valueStream()
                .map(paragraph -> paragraph
                        .path("content")
                        .valueStream()
                        .map(node -> node.path("type").asText().equals("hardBreak")
                                ? "\n"
                                : node.path("text").asText())
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n\n"));
    }
}
