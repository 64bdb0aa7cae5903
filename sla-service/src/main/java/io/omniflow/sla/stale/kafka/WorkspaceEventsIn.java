package io.omniflow.sla.stale.kafka;

import io.omniflow.contract.WorkspaceEvent;
import io.omniflow.kit.inbox.Inbox;
import io.omniflow.kit.inbox.ReceivedEvent;
import io.omniflow.sla.stale.StalePolicies;
import io.omniflow.sla.stale.domain.GracePeriod;
import io.omniflow.sla.stale.domain.StalePolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** What workspaces say of stale tickets, out of all they say of their settings. */
@ApplicationScoped
class WorkspaceEventsIn {
    private static final String CONSUMER = "sla-service";
    private static final String KIND = "stale_policy";
    private static final Pattern DAYS = Pattern.compile("P\\d+D");

    private final Inbox inbox;
    private final StalePolicies policies;

    WorkspaceEventsIn(Inbox inbox, StalePolicies policies) {
        this.inbox = inbox;
        this.policies = policies;
    }

    @Incoming("workspace")
    Uni<Void> receive(ConsumerRecords<String, byte[]> batch) {
        return inbox.receive(CONSUMER, batch, this::apply);
    }

    private Uni<Void> apply(SqlConnection transaction, List<ReceivedEvent> fresh) {
        Map<Object, StalePolicies.Version> newest = new LinkedHashMap<>();
        for (ReceivedEvent event : fresh) {
            if (event.data() instanceof WorkspaceEvent.SettingChanged changed
                    && KIND.equals(changed.kind())
                    && changed.after() != null) {
                newest.put(event.workspace(), version(event, changed.after()));
            }
        }
        return policies.keep(transaction, List.copyOf(newest.values()));
    }

    /** @throws RuntimeException for what is no policy; the inbox puts it aside */
    private static StalePolicies.Version version(ReceivedEvent event, Map<String, Object> said) {
        return new StalePolicies.Version(
                event.workspace(),
                new StalePolicy(
                        Boolean.TRUE.equals(said.get("enabled")),
                        Duration.parse(text(said, "waitingFor")),
                        grace(text(said, "grace")),
                        Boolean.TRUE.equals(said.get("autoClose"))),
                said.get("version") instanceof Number version ? version.longValue() : 0);
    }

    /** Whole days are working days of a calendar, anything else is time. */
    private static GracePeriod grace(String text) {
        return DAYS.matcher(text).matches()
                ? new GracePeriod.WorkingDays(
                        Math.toIntExact(Duration.parse(text).toDays()))
                : new GracePeriod.Time(Duration.parse(text));
    }

    private static String text(Map<String, Object> said, String name) {
        return String.valueOf(said.get(name));
    }
}
