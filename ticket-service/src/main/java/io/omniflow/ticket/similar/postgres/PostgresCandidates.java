package io.omniflow.ticket.similar.postgres;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.similar.Candidates;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ApplicationScoped
class PostgresCandidates implements Candidates {
    /** $1 workspace, $2 the ticket, $3 its title, $4 its contacts, $5 pairs of words. */
    private static final String OF = """
            with candidate as materialized (
              select id from tickets_titled_alike($1, $3, 60) as id
              union
              (select t.id from ticket t where t.workspace_id = $1 and t.contact_ids && $4::uuid[] limit 40)
              union
              (select id from tickets_with_words($1, words_in($1, to_tsquery('simple', $5)), 60) as id))
            select x.ticket_id, similarity(x.title, $3)::float8 as alike
            from candidate c join ticket t on t.workspace_id = $1 and t.id = c.id and t.merged_into is null
              join ticket_text x on x.workspace_id = $1 and x.ticket_id = c.id
            where c.id <> $2
            """;

    private static final int MOST_WORDS = 6;

    private final Pool pool;

    PostgresCandidates(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<UUID, Double>> of(WorkspaceId workspace, Ticket ticket, Set<String> words) {
        return pool.preparedQuery(OF)
                .execute(Tuple.of(workspace.value(), ticket.id().value(), ticket.title())
                        .addArrayOfUUID(ticket.contactIds().toArray(UUID[]::new))
                        .addString(pairs(words)))
                .map(rows -> {
                    Map<UUID, Double> alike = new HashMap<>();
                    rows.forEach(row -> alike.put(row.getUUID("ticket_id"), row.getDouble("alike")));
                    return alike;
                });
    }

    /**
     * Any two of the longest words, which are the rarest as a rule; one of a kind alone is in too many tickets. Words are
     * letters and digits, so nothing in them means something to the query.
     */
    private static String pairs(Set<String> words) {
        List<String> longest = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_WORDS)
                .toList();
        if (longest.size() < 2) {
            return String.join(" ", longest);
        }
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < longest.size(); i++) {
            for (int j = i + 1; j < longest.size(); j++) {
                pairs.add("(" + longest.get(i) + " & " + longest.get(j) + ")");
            }
        }
        return String.join(" | ", pairs);
    }
}
