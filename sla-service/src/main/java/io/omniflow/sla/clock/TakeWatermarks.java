package io.omniflow.sla.clock;

import io.omniflow.kit.outbox.Transactions;
import io.omniflow.sla.clock.domain.Silence;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores how far ticket facts are published and, in the same transaction, has silences in between made up for. */
@ApplicationScoped
public class TakeWatermarks {
    private final Watermarks watermarks;
    private final Follower follower;
    private final Transactions transactions;
    private final Alarm alarm;
    private final Rhythm rhythm;

    TakeWatermarks(Watermarks watermarks, Follower follower, Transactions transactions, Alarm alarm, Rhythm rhythm) {
        this.watermarks = watermarks;
        this.follower = follower;
        this.transactions = transactions;
        this.alarm = alarm;
        this.rhythm = rhythm;
    }

    /** How watermarks come. */
    @ConfigMapping(prefix = "omniflow.watermarks")
    public interface Rhythm {
        /** Watermarks further apart than this mean that ticket-service was down; it tells them four times a second. */
        @WithDefault("10s")
        Duration silence();
    }

    /**
     * Every replica takes each of them; the first to do so makes up for the silence before it.
     *
     * @param told in the order they arrived, at least one; only the newest is stored
     */
    public Uni<Void> take(List<Watermarks.Watermark> told) {
        Watermarks.Watermark newest = told.getLast();
        return transactions
                .write(transaction -> watermarks
                        .lockNewest(transaction, newest.topic())
                        .flatMap(last -> {
                            Uni<Void> done = Uni.createFrom().voidItem();
                            for (Silence silence : silences(last, told, rhythm.silence())) {
                                done = done.chain(() -> follower.makeUpFor(transaction, silence));
                            }
                            return done.chain(() -> watermarks.add(transaction, newest));
                        }))
                .invoke(() -> {
                    alarm.stir();
                    follower.stir();
                });
    }

    /** One that comes a second time lies before the last and makes no silence. */
    static List<Silence> silences(Optional<Instant> last, List<Watermarks.Watermark> told, Duration longest) {
        List<Silence> silences = new ArrayList<>();
        @Nullable Instant before = last.orElse(null);
        for (Watermarks.Watermark one : told) {
            if (before != null && Duration.between(before, one.through()).compareTo(longest) > 0) {
                silences.add(new Silence(before, one.through()));
            }
            before = before == null || one.through().isAfter(before) ? one.through() : before;
        }
        return List.copyOf(silences);
    }
}
