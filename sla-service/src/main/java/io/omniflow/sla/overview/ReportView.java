package io.omniflow.sla.overview;

import io.omniflow.sla.clock.domain.Metric;
import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How it went with the clocks that ended in a period. */
@Schema(name = "SlaReport")
record ReportView(Instant from, Instant to, Grouping groupBy, List<Group> groups) {

    /**
     * The clocks of one metric.
     *
     * @param key an id or a priority; null for tickets without such a thing
     * @param closed how many ended, those ended by a merge left out
     * @param met how many of them had a target and kept it
     * @param breached how many missed a target, also where a merge ended them
     * @param attainment {@code met / (met + breached)}, to four digits; null where nothing had a target
     * @param p50 counted time that half of the closed ones did not exceed, exactly one of theirs; null for none
     */
    @Schema(name = "SlaReportGroup")
    record Group(
            @Nullable String key,
            Metric metric,
            long closed,
            long met,
            long breached,
            @Nullable BigDecimal attainment,
            @Nullable Duration p50,
            @Nullable Duration p90,
            @Nullable Duration p95) {

        static Group of(Row row) {
            long met = row.getLong("met");
            long breached = row.getLong("breached");
            return new Group(
                    row.getString("key"),
                    DueClockView.word(Metric.class, row.getString("metric")),
                    row.getLong("closed"),
                    met,
                    breached,
                    met + breached == 0
                            ? null
                            : BigDecimal.valueOf(met)
                                    .divide(BigDecimal.valueOf(met + breached), 4, RoundingMode.HALF_UP)
                                    .stripTrailingZeros(),
                    duration(row.getLong("p50")),
                    duration(row.getLong("p90")),
                    duration(row.getLong("p95")));
        }

        private static @Nullable Duration duration(@Nullable Long millis) {
            return millis == null ? null : Duration.ofMillis(millis);
        }
    }
}
