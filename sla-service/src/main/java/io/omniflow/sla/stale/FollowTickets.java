package io.omniflow.sla.stale;

import io.omniflow.sla.clock.TicketKey;
import io.omniflow.sla.stale.domain.Outcome;
import io.omniflow.sla.stale.domain.Rules;
import io.omniflow.sla.stale.domain.Sign;
import io.omniflow.sla.stale.domain.Watch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the watches of tickets up to date with what arrived of them: a handful of statements a batch. */
@ApplicationScoped
public class FollowTickets {
    private final Watches watches;
    private final RulesOfTickets rules;
    private final CarryOut carryOut;
    private final InstantSource time;

    FollowTickets(Watches watches, RulesOfTickets rules, CarryOut carryOut, InstantSource time) {
        this.watches = watches;
        this.rules = rules;
        this.carryOut = carryOut;
        this.time = time;
    }

    /** @param signs in the order they arrived */
    public Uni<Void> take(SqlConnection transaction, List<SignOfTicket> signs) {
        Map<TicketKey, List<SignOfTicket>> byTicket = signs.stream()
                .collect(Collectors.groupingBy(SignOfTicket::ticket, LinkedHashMap::new, Collectors.toList()));
        List<TicketKey> left = new ArrayList<>();
        byTicket.entrySet().removeIf(ticket -> {
            boolean gone = ticket.getValue().stream().allMatch(sign -> sign.sign() instanceof Sign.Left);
            return gone && left.add(ticket.getKey());
        });
        return byTicket.isEmpty() ? watches.end(transaction, left) : follow(transaction, left, byTicket);
    }

    /** Policies are held before any watch is locked. */
    private Uni<Void> follow(
            SqlConnection transaction, List<TicketKey> left, Map<TicketKey, List<SignOfTicket>> byTicket) {
        return rules.hold(transaction, byTicket.keySet())
                .call(() -> watches.end(transaction, left))
                .flatMap(inForce -> watches.lock(transaction, byTicket.keySet()).flatMap(before -> {
                    List<CarryOut.Decided> decided = new ArrayList<>();
                    byTicket.forEach(
                            (key, own) -> decided.add(fold(key, own, Optional.ofNullable(before.get(key)), inForce)));
                    return carryOut.all(transaction, decided, time.instant());
                }));
    }

    private static CarryOut.Decided fold(
            TicketKey key, List<SignOfTicket> signs, Optional<Watch> before, RulesOfTickets.InForce inForce) {
        Rules rules = inForce.of(key);
        @Nullable Watch watch = before.orElse(null);
        List<CarryOut.Caused> deeds = new ArrayList<>();
        for (SignOfTicket sign : signs) {
            Outcome outcome = Watch.after(watch, sign.sign(), rules);
            watch = outcome.watch();
            outcome.deeds().forEach(deed -> deeds.add(new CarryOut.Caused(deed, Optional.of(sign.provenance()))));
        }
        return new CarryOut.Decided(key, watch, rules, deeds);
    }
}
