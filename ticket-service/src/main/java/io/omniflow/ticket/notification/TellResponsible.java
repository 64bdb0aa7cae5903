package io.omniflow.ticket.notification;

import io.omniflow.ticket.notification.domain.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells the assignee, or the team's lead when nobody active is assigned; of a breach both. */
@ApplicationScoped
public class TellResponsible {
    private final Addressees addressees;
    private final Feeds feeds;

    TellResponsible(Addressees addressees, Feeds feeds) {
        this.addressees = addressees;
        this.feeds = feeds;
    }

    public Uni<Void> tell(SqlConnection transaction, List<Concern> concerns) {
        if (concerns.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Set<Addressees.OfTicket> tickets =
                concerns.stream().map(TellResponsible::place).collect(Collectors.toSet());
        return addressees
                .responsible(transaction, tickets)
                .flatMap(responsible -> feeds.add(transaction, notices(concerns, responsible)))
                .replaceWithVoid();
    }

    private static List<Notice> notices(
            List<Concern> concerns, Map<Addressees.OfTicket, Addressees.Responsible> responsible) {
        List<Notice> notices = new ArrayList<>();
        for (Concern concern : concerns) {
            Addressees.@Nullable Responsible who = responsible.get(place(concern));
            if (who != null) {
                told(concern.kind(), who).forEach(agent -> notices.add(notice(concern, agent)));
            }
        }
        return notices;
    }

    private static Set<UUID> told(Kind kind, Addressees.Responsible who) {
        Set<UUID> told = new LinkedHashSet<>();
        who.assignee().ifPresent(told::add);
        if (told.isEmpty() || kind == Kind.SLA_BREACH) {
            who.lead().ifPresent(told::add);
        }
        return told;
    }

    private static Notice notice(Concern concern, UUID agent) {
        return new Notice(
                concern.workspace(),
                agent,
                concern.kind(),
                concern.ticket(),
                concern.at(),
                concern.actor(),
                concern.data(),
                concern.cause());
    }

    private static Addressees.OfTicket place(Concern concern) {
        return new Addressees.OfTicket(concern.workspace(), concern.ticket());
    }
}
