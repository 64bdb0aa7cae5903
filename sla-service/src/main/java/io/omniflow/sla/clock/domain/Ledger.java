package io.omniflow.sla.clock.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects, for one reckoning, what is noticed and what is to be told. */
final class Ledger {
    private final List<Notice> known;
    private final Instant quietUntil;
    private final Instant now;
    private final List<Notice> notices = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    Ledger(List<Notice> known, Instant quietUntil, Instant now) {
        this.known = known;
        this.quietUntil = quietUntil;
        this.now = now;
    }

    /** Of what was noticed before nothing has changed. */
    void keepAll() {
        notices.addAll(known);
    }

    void withdraw(TicketClocks last) {
        Summary summary = Summary.of(last);
        known.stream()
                .filter(notice -> notice.voice() == Voice.TOLD && notice.mark().isBreach())
                .filter(notice -> !notice.standsIn(last))
                .forEach(notice ->
                        news.add(new News.Withdrawn(notice.metric(), notice.cycle(), notice.mark(), now, summary)));
    }

    void add(TicketClocks.Step step, boolean isNew) {
        Summary summary = Summary.of(step.after());
        for (Transition transition : step.transitions()) {
            if (transition instanceof Transition.Passed(Clock clock, Mark mark)) {
                notice(clock, mark, summary);
            } else if (isNew) {
                news.add(moved(transition, step.turn(), summary));
            }
        }
    }

    private static News moved(Transition transition, Turn turn, Summary summary) {
        return switch (turn) {
            case Change change -> new News.Moved(transition, change.sequence(), change.telling(), summary);
            case Reapplied _ -> new News.Moved(transition, 0, Telling.LIVE, summary);
        };
    }

    void add(TicketClocks.Judgement judgement) {
        Summary summary = Summary.of(judgement.after());
        judgement.transitions().forEach(transition -> {
            if (transition instanceof Transition.Passed(Clock clock, Mark mark)) {
                notice(clock, mark, summary);
            }
        });
    }

    private void notice(Clock clock, Mark mark, Summary summary) {
        Optional<Notice> former =
                known.stream().filter(notice -> notice.isOf(clock, mark)).findFirst();
        if (former.isPresent()) {
            Notice notice = former.get();
            notices.add(new Notice(notice.metric(), notice.cycle(), mark, notice.noticedAt(), notice.voice()));
            return;
        }
        Voice voice = mark.at().isAfter(quietUntil) ? Voice.TOLD : Voice.QUIET;
        notices.add(new Notice(clock.metric(), clock.cycle(), mark, now, voice));
        if (voice == Voice.TOLD) {
            news.add(new News.Noticed(clock, mark, now, summary));
        }
    }

    List<Notice> notices() {
        return List.copyOf(notices);
    }

    /** The last thing told shows the ticket as it is now, also what was written down quietly. */
    List<News> news(TicketClocks last) {
        if (!news.isEmpty()) {
            news.set(news.size() - 1, withSummary(news.getLast(), Summary.of(last)));
        }
        return List.copyOf(news);
    }

    private static News withSummary(News latest, Summary summary) {
        return switch (latest) {
            case News.Moved moved -> new News.Moved(moved.transition(), moved.cause(), moved.telling(), summary);
            case News.Noticed noticed ->
                new News.Noticed(noticed.clock(), noticed.mark(), noticed.noticedAt(), summary);
            case News.Withdrawn withdrawn ->
                new News.Withdrawn(withdrawn.metric(), withdrawn.cycle(), withdrawn.mark(), withdrawn.at(), summary);
            case News.WentStale _, News.PingFailed _ -> throw new IllegalStateException("no clock tells " + latest);
        };
    }
}
