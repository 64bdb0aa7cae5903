package io.omniflow.integration.jira;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Texts as nobody would write them by hand, the same ones in every run. */
final class RandomTexts {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "0",
            " ",
            "\t",
            "\n",
            "\n\n",
            "\r\n",
            "\r",
            "*",
            "_",
            "-",
            "--",
            "----",
            "+",
            "^",
            "~",
            "?",
            "??",
            "!",
            "{",
            "}",
            "{noformat}",
            "{code}",
            "[",
            "]",
            "[~admin]",
            "|",
            "||",
            "#",
            "\\",
            "\\\\",
            "&",
            "&amp;",
            "&#46;",
            "h1. ",
            "bq. ",
            ".",
            ":",
            ":)",
            ":D",
            ";)",
            "(",
            ")",
            "(!)",
            "<",
            ">",
            "\"",
            "'",
            "@",
            "=",
            "%",
            "/",
            ",",
            "https://x.example/a_b-c?d=e&f=(g)",
            "http://",
            "https://x.example.",
            "\uD83D\uDE00",
            "\u00FC",
            "\u4E2D",
            "\u202E",
            "\u0000",
            "\u0007",
            "\uFFFF",
            "\uD83D",
            "\uDE00",
            "{\"a\":1}",
            "</p>",
            "\u00A0",
            "\u2028");

    private RandomTexts() {}

    static Stream<String> texts() {
        return new Random(20_261_128).longs(1_500).mapToObj(RandomTexts::text);
    }

    private static String text(long seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
