package io.omniflow.merge.merging.postgres;

import io.omniflow.merge.merging.domain.Asked;
import io.omniflow.merge.merging.domain.MergeState;
import io.omniflow.merge.merging.domain.MergeState.Stage;
import io.omniflow.merge.merging.domain.Refusal;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A state as columns and back. */
record StateColumns(
        Stage stage,
        @Nullable Instant completedAt,
        @Nullable Asked undo,
        @Nullable Instant undoneAt,
        @Nullable Instant refusedAt,
        @Nullable Refusal why) {
    static final String NAMES = "state, completed_at, undo_by, undo_at, undone_at," + " refused_at, refusal";

    static StateColumns of(MergeState state) {
        return switch (state) {
            case MergeState.Requested _ -> new StateColumns(state.stage(), null, null, null, null, null);
            case MergeState.Rejected(Instant at, Refusal why) ->
                new StateColumns(state.stage(), null, null, null, at, why);
            case MergeState.Completed(Instant at, MergeState.RefusedUndo refused) ->
                refused == null
                        ? new StateColumns(state.stage(), at, null, null, null, null)
                        : new StateColumns(state.stage(), at, refused.undo(), null, refused.at(), refused.why());
            case MergeState.UndoRequested(Instant completedAt, Asked undo) ->
                new StateColumns(state.stage(), completedAt, undo, null, null, null);
            case MergeState.Undone(Instant completedAt, Asked undo, Instant at) ->
                new StateColumns(state.stage(), completedAt, undo, at, null, null);
        };
    }

    void addTo(Tuple tuple) {
        tuple.addString(name(stage)).addOffsetDateTime(utc(completedAt));
        tuple.addString(undo == null ? null : undo.actor()).addOffsetDateTime(utc(undo == null ? null : undo.at()));
        tuple.addOffsetDateTime(utc(undoneAt)).addOffsetDateTime(utc(refusedAt));
        tuple.addJsonObject(why == null ? null : RefusalJson.of(why));
    }

    static MergeState read(Row row) {
        return switch (stage(row.getString("state"))) {
            case REQUESTED -> new MergeState.Requested();
            case REJECTED -> new MergeState.Rejected(instant(row, "refused_at"), refusal(row));
            case COMPLETED -> new MergeState.Completed(instant(row, "completed_at"), refusedUndo(row));
            case UNDO_REQUESTED -> new MergeState.UndoRequested(instant(row, "completed_at"), undo(row));
            case UNDONE -> new MergeState.Undone(instant(row, "completed_at"), undo(row), instant(row, "undone_at"));
        };
    }

    static String name(Stage stage) {
        return stage.name().toLowerCase(Locale.ROOT);
    }

    static Instant instant(Row row, String column) {
        return row.getOffsetDateTime(column).toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Stage stage(String name) {
        return Stage.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static MergeState.@Nullable RefusedUndo refusedUndo(Row row) {
        return row.getOffsetDateTime("refused_at") == null
                ? null
                : new MergeState.RefusedUndo(undo(row), instant(row, "refused_at"), refusal(row));
    }

    private static Asked undo(Row row) {
        return new Asked(row.getString("undo_by"), instant(row, "undo_at"));
    }

    private static Refusal refusal(Row row) {
        return RefusalJson.read(row.getJsonObject("refusal"));
    }
}
