package io.omniflow.contract.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.omniflow.contract.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** An AsyncAPI document and the files beside it. References are JSON pointers of the document or relative paths. */
public record AsyncApi(JsonNode root, Path folder) {

    public static AsyncApi read(Path file) throws IOException {
        return of(Files.readString(file), file.resolveSibling(""));
    }

    static AsyncApi of(String yaml, Path folder) throws IOException {
        return new AsyncApi(new ObjectMapper(new YAMLFactory()).readTree(yaml), folder);
    }

    /** Where a reference leads; missing when it leads nowhere. */
    JsonNode target(String reference) {
        if (reference.startsWith("#/")) {
            return root.at(reference.substring(1));
        }
        try {
            return ContractJson.mapper().readTree(Files.readString(folder.resolve(reference)));
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    JsonNode followed(JsonNode node) {
        return node.has("$ref") ? followed(target(node.get("$ref").textValue())) : node;
    }

    /** Every reference in the document, with the place it stands at. */
    SortedMap<String, String> references() {
        SortedMap<String, String> found = new TreeMap<>();
        collect("#", root, found);
        return found;
    }

    /** By CloudEvents type, with the name of the channel; a type must not be on two channels. */
    public SortedMap<String, Message> messages() {
        SortedMap<String, Message> messages = new TreeMap<>();
        for (Map.Entry<String, JsonNode> channel : root.path("channels").properties()) {
            JsonNode address = channel.getValue().path("address");
            for (Map.Entry<String, JsonNode> message :
                    channel.getValue().path("messages").properties()) {
                Message read = new Message(channel.getKey(), address.textValue(), followed(message.getValue()));
                if (messages.put(message.getKey(), read) != null) {
                    throw new IllegalArgumentException(message.getKey() + " is on two channels");
                }
            }
        }
        return messages;
    }

    Message message(String type) {
        return Objects.requireNonNull(messages().get(type), () -> type + " is in no channel");
    }

    /** The first of the message itself and its traits that says it. */
    public Optional<JsonNode> said(Message message, String keyword) {
        List<JsonNode> sources = new ArrayList<>(List.of(message.node()));
        message.node().path("traits").forEach(trait -> sources.add(followed(trait)));
        return sources.stream()
                .filter(source -> source.has(keyword))
                .map(source -> followed(source.get(keyword)))
                .findFirst();
    }

    private static void collect(String at, JsonNode node, SortedMap<String, String> found) {
        if (node.path("$ref").isTextual()) {
            found.put(at, node.get("$ref").textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            collect(at + "/" + field.getKey(), field.getValue(), found);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            collect(at + "/" + i, node.get(i), found);
        }
    }

    /** A message as one channel carries it. */
    public record Message(String channel, String address, JsonNode node) {}
}
