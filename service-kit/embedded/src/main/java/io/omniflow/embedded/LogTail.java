package io.omniflow.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, for the line that tells why something died. */
public final class LogTail {
    private static final int WINDOW_BYTES = 256 * 1024;

    private LogTail() {}

    public static String lastLine(Path log) {
        List<String> lines = lines(log, 1);
        return lines.isEmpty() ? "no log was written" : lines.getFirst();
    }

    /** At most so many lines, oldest first; empty when there is no file. */
    public static List<String> lines(Path log, int count) {
        return linesSince(log, 0, count);
    }

    /** Only what was written after the given length of the file. */
    public static List<String> linesSince(Path log, long offset, int count) {
        if (!Files.isReadable(log)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(Math.min(offset, file.length()), file.length() - WINDOW_BYTES);
            byte[] window = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(window);
            List<String> lines = new String(window, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException unreadable) {
            return List.of("the log " + log + " cannot be read: " + unreadable.getMessage());
        }
    }
}
