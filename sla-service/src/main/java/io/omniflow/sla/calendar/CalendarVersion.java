package io.omniflow.sla.calendar;

import io.omniflow.kit.identity.WorkspaceId;
import java.util.UUID;

/** One version of one calendar; it never changes. */
public record CalendarVersion(WorkspaceId workspace, UUID id, long version) {}
