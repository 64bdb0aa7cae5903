package io.omniflow.ticket.imports;

import io.smallrye.mutiny.Multi;
import java.nio.file.Path;

/** Files of histories, read line by line and never whole. */
public interface HistoryFiles {
    /** One ticket a line, as JSON. */
    Multi<StagedLine> ndjson(Path file);

    /** One event a row. Fails with 422 when the mapping does not fit the header, and with 400 when the file is no CSV. */
    Multi<StagedLine> csv(Path file, CsvMapping mapping);
}
