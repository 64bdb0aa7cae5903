package io.omniflow.ticket.notification;

import io.omniflow.kit.identity.WorkspaceId;
import io.omniflow.ticket.notification.domain.Kind;
import io.omniflow.ticket.notification.domain.Mentions;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the agents whom notes mention. Whom a note has mentioned before its edit is not told again. */
@ApplicationScoped
public class TellMentioned {
    private final Addressees addressees;
    private final Feeds feeds;

    TellMentioned(Addressees addressees, Feeds feeds) {
        this.addressees = addressees;
        this.feeds = feeds;
    }

    public Uni<Void> tell(SqlConnection transaction, List<WrittenNote> notes) {
        Map<WorkspaceId, List<WrittenNote>> byWorkspace = new LinkedHashMap<>();
        notes.stream().filter(note -> Mentions.arePossibleIn(note.after())).forEach(note -> byWorkspace
                .computeIfAbsent(note.workspace(), unknown -> new ArrayList<>())
                .add(note));
        Uni<Void> told = Uni.createFrom().voidItem();
        for (Map.Entry<WorkspaceId, List<WrittenNote>> own : byWorkspace.entrySet()) {
            told = told.chain(() -> addressees
                    .mentionable(transaction, own.getKey())
                    .map(Mentions::among)
                    .flatMap(mentions -> feeds.add(transaction, notices(own.getValue(), mentions)))
                    .replaceWithVoid());
        }
        return told;
    }

    private static List<Notice> notices(List<WrittenNote> notes, Mentions mentions) {
        List<Notice> notices = new ArrayList<>();
        for (WrittenNote note : notes) {
            Set<UUID> mentioned = new HashSet<>(mentions.in(note.after()));
            mentioned.removeAll(mentions.in(note.before()));
            for (UUID agent : mentioned) {
                notices.add(new Notice(
                        note.workspace(),
                        agent,
                        Kind.MENTIONED,
                        note.ticket(),
                        note.at(),
                        note.actor(),
                        Map.of("noteId", note.note().toString()),
                        note.cause()));
            }
        }
        return notices;
    }
}
