package io.omniflow.testing.sample;

import io.omniflow.kit.http.MergePatch;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ThingChange")
record ChangeThingRequest(MergePatch<String> name, MergePatch<ThingKind> kind, MergePatch<Instant> dueAt) {}
