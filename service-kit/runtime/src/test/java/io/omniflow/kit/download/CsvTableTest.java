package io.omniflow.kit.download;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    private record Line(@Nullable String text, int number) {}

    private final CsvTable<Line> table = new CsvTable<>(
            List.of(new CsvTable.Column<>("text", Line::text), new CsvTable.Column<>("number", Line::number)));

    private String row(@Nullable String text) {
        return table.rows(List.of(new Line(text, 7)));
    }

    @Test
    void a_file_has_a_header_and_a_line_a_row() {
        assertEquals("text,number\r\n", table.header());
        assertEquals("a,1\r\nb,2\r\n", table.rows(List.of(new Line("a", 1), new Line("b", 2))));
        assertEquals("", table.rows(List.of()));
    }

    @Test
    void what_would_end_a_cell_is_quoted() {
        assertEquals("\"a,b\",7\r\n", row("a,b"));
        assertEquals("\"say \"\"hi\"\"\",7\r\n", row("say \"hi\""));
        assertEquals("\"two\nlines\",7\r\n", row("two\nlines"));
        assertEquals("\" room \",7\r\n", row(" room "));
    }

    @Test
    void a_formula_is_text() {
        assertEquals("'=1+1,7\r\n", row("=1+1"));
        assertEquals("'-3,7\r\n", row("-3"));
        assertEquals("\"'\rx\",7\r\n", row("\rx"));
    }

    @Test
    void nothing_is_an_empty_cell() {
        assertEquals(",7\r\n", row(null));
        assertEquals(",7\r\n", row(""));
    }
}
