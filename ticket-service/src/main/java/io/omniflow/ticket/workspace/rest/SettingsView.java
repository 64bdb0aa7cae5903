package io.omniflow.ticket.workspace.rest;

import io.omniflow.ticket.workspace.WorkspaceSettings.Settings;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "WorkspaceSettings")
record SettingsView(boolean reopenWaiting, boolean reopenResolved, boolean mergeTakesEarlierStart, long version) {
    static final String EXAMPLE = "{\"reopenWaiting\": true, \"reopenResolved\": true,"
            + " \"mergeTakesEarlierStart\": false, \"version\": 0}";

    static SettingsView of(Settings settings) {
        return new SettingsView(
                settings.reopenWaiting(),
                settings.reopenResolved(),
                settings.mergeTakesEarlierStart(),
                settings.version());
    }
}
