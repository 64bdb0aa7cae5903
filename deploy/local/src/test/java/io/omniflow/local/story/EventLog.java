package io.omniflow.local.story;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** A help desk's log, row by row. */
record EventLog(List<LogRow> rows) {
    private static final String HEADER = "Case ID,Activity,Resource,Complete Timestamp,Variant,Variant index,Variant,"
            + "seriousness,customer,product,responsible_section,seriousness_2,service_level,service_type,support_section,workgroup";

    static EventLog read(Path gzipped) throws IOException {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(gzipped)), StandardCharsets.UTF_8))) {
            return new EventLog(in.lines().skip(1).map(LogRow::parse).toList());
        }
    }

    InputStream csv() {
        String text = rows.stream().map(LogRow::line).collect(Collectors.joining("\n", HEADER + "\n", "\n"));
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What each ticket must come to, by the ticket's name in the log. */
    Map<String, ExpectedTicket> tickets() {
        Map<String, List<LogRow>> byTicket =
                rows.stream().collect(Collectors.groupingBy(LogRow::ticket, LinkedHashMap::new, Collectors.toList()));
        Map<String, ExpectedTicket> expected = new LinkedHashMap<>();
        byTicket.forEach((ticket, own) -> expected.put(
                ticket,
                ExpectedTicket.of(
                        own.stream().sorted(Comparator.comparing(LogRow::at)).toList())));
        return expected;
    }
}
