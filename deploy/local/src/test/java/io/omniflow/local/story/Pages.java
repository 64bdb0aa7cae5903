package io.omniflow.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import io.omniflow.local.demo.SuiteApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lists of the API, read to their end. */
record Pages(SuiteApi api) {

    List<JsonNode> all(String path) throws InterruptedException {
        List<JsonNode> items = new ArrayList<>();
        String first = path + (path.contains("?") ? "&" : "?") + "limit=200";
        String cursor = "";
        do {
            JsonNode page = api.get(first + cursor).orFail(path).body();
            page.path("items").forEach(items::add);
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + URLEncoder.encode(page.path("nextCursor").asText(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }
}
