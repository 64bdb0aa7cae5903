package io.omniflow.ticket.imports.text;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniflow.ticket.imports.CsvMapping;
import io.omniflow.ticket.imports.HistoryFiles;
import io.omniflow.ticket.imports.StagedLine;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;

@ApplicationScoped
class TextHistoryFiles implements HistoryFiles {
    private final NdjsonFile ndjson;

    TextHistoryFiles(ObjectMapper json) {
        this.ndjson = new NdjsonFile(json);
    }

    @Override
    public Multi<StagedLine> ndjson(Path file) {
        return ndjson.lines(file);
    }

    @Override
    public Multi<StagedLine> csv(Path file, CsvMapping mapping) {
        return CsvFile.rows(file, mapping);
    }
}
