package io.omniflow.merge.merging.rest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Describes a page of merges to the readers of the API description. */
@Schema(name = "MergePage")
record MergePage(List<MergeView> items, @Nullable String nextCursor) {}
