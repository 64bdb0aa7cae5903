package io.omniflow.merge.audit.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes a page of entries to the readers of the API description. */
@Schema(name = "AuditEntryPage")
record EntryPage(List<EntryView> items, @Nullable String nextCursor) {}
