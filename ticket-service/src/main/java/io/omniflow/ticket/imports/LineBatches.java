package io.omniflow.ticket.imports;

import java.util.ArrayList;
import java.util.List;

/** Gathers lines until they are worth a statement; neither many short ones nor some long ones fill the memory. */
final class LineBatches {
    private static final int LINES = 500;
    private static final int SIZE = 2 << 20;

    private List<StagedLine> open = new ArrayList<>();
    private int size;

    /** The batch that this line makes full, if it does. */
    List<List<StagedLine>> add(StagedLine line) {
        open.add(line);
        size += line.size();
        return open.size() == LINES || size > SIZE ? rest() : List.of();
    }

    /** What has not come out yet; nothing when there is nothing. */
    List<List<StagedLine>> rest() {
        List<StagedLine> full = open;
        open = new ArrayList<>();
        size = 0;
        return full.isEmpty() ? List.of() : List.of(full);
    }
}
