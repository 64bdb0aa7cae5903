package io.omniflow.sla.simulation.domain;

import io.omniflow.sla.clock.domain.Clock;
import io.omniflow.sla.clock.domain.Metric;
import io.omniflow.sla.clock.domain.TicketClocks;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All clocks of one ticket, as they were and under the draft; by metric and cycle. */
public record Comparison(Match match, List<Pair> pairs) {
    public Comparison {
        pairs = List.copyOf(pairs);
    }

    private record Which(Metric metric, int cycle) {
        static final Comparator<Which> ORDER =
                Comparator.comparing(Which::metric).thenComparing(Which::cycle);
    }

    static Comparison of(Match match, TicketClocks before, TicketClocks after) {
        Map<Which, Side> asItWas = sides(before);
        Map<Which, Side> asItWouldBe = sides(after);
        Map<Which, Side> all = new TreeMap<>(Which.ORDER);
        all.putAll(asItWas);
        all.putAll(asItWouldBe);
        return new Comparison(
                match,
                all.keySet().stream()
                        .map(which -> new Pair(
                                which.metric(),
                                which.cycle(),
                                asItWas.getOrDefault(which, Side.NONE),
                                asItWouldBe.getOrDefault(which, Side.NONE)))
                        .toList());
    }

    private static Map<Which, Side> sides(TicketClocks clocks) {
        Map<Which, Side> sides = new TreeMap<>(Which.ORDER);
        for (Clock clock : clocks.clocks()) {
            sides.put(new Which(clock.metric(), clock.cycle()), Side.of(clock));
        }
        return sides;
    }

    public List<Pair> differences() {
        return pairs.stream().filter(Pair::differs).toList();
    }

    boolean isBreachedBefore() {
        return pairs.stream().anyMatch(pair -> pair.before().isBreached());
    }

    boolean isBreachedAfter() {
        return pairs.stream().anyMatch(pair -> pair.after().isBreached());
    }
}
