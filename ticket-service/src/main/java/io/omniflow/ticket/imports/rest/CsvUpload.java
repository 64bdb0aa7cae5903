package io.omniflow.ticket.imports.rest;

import io.omniflow.ticket.imports.CsvMapping;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The two parts of a CSV import. */
@Schema(name = "CsvImport")
public class CsvUpload {
    static final String EXAMPLE = """
            {"mapping": {"externalId": "Case ID", "title": "Case {Case ID}", "at": {"column": "Timestamp"},
              "status": {"column": "Activity", "values": {"Insert ticket": "open", "Closed": "closed"}}},
             "file": "Case ID,Activity,Timestamp\\n1,Insert ticket,2012-10-09T14:50:17Z\\n"}""";

    @RestForm("mapping")
    @PartType(MediaType.APPLICATION_JSON)
    public @Nullable CsvMapping mapping;

    @RestForm("file")
    @Schema(type = SchemaType.STRING, format = "binary")
    public @Nullable FileUpload file;
}
