package io.omniflow.ticket.imports.rest;

import io.omniflow.ticket.imports.CsvMapping;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.PartType;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The two parts of a CSV import. */
@Schema(name = "CsvImport")
public class CsvUpload {
    @RestForm("mapping")
    @PartType(MediaType.APPLICATION_JSON)
    public @Nullable CsvMapping mapping;

    @RestForm("file")
    public @Nullable FileUpload file;
}
