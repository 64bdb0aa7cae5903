package io.omniflow.merge.audit;

import io.omniflow.kit.identity.WorkspaceId;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Keeps appending while there is something to append: one run a workspace at a time here, a few workspaces side by side.
 * It only decides who is next; that two replicas do not disturb each other is the work of the chain's lock.
 */
@ApplicationScoped
public class Sequencer {
    private static final Logger LOG = Logger.getLogger(Sequencer.class);

    private final AppendAcceptedFacts append;
    private final AuditSettings settings;
    private final Set<WorkspaceId> waiting = new LinkedHashSet<>();
    private final Set<WorkspaceId> running = new HashSet<>();
    private boolean stopped;

    Sequencer(AppendAcceptedFacts append, AuditSettings settings) {
        this.append = append;
        this.settings = settings;
    }

    /** To be called after the commit that added something. What is lost in a crash the heartbeat finds. */
    public void wake(Collection<WorkspaceId> workspaces) {
        synchronized (this) {
            waiting.addAll(workspaces);
        }
        startNext();
    }

    private void startNext() {
        Optional<WorkspaceId> next = takeNext();
        while (next.isPresent()) {
            start(next.get());
            next = takeNext();
        }
    }

    private synchronized Optional<WorkspaceId> takeNext() {
        if (stopped || running.size() >= settings.parallel()) {
            return Optional.empty();
        }
        Optional<WorkspaceId> next = waiting.stream()
                .filter(workspace -> !running.contains(workspace))
                .findFirst();
        next.ifPresent(workspace -> {
            waiting.remove(workspace);
            running.add(workspace);
        });
        return next;
    }

    private void start(WorkspaceId workspace) {
        append.next(workspace).subscribe().with(batch -> finished(workspace, batch.left() > 0), failure -> {
            LOG.warnf(failure, "Appending to the audit log of %s failed; the heartbeat tries again", workspace);
            finished(workspace, false);
        });
    }

    private void finished(WorkspaceId workspace, boolean more) {
        synchronized (this) {
            running.remove(workspace);
            if (more) {
                waiting.add(workspace);
            }
        }
        startNext();
    }

    @PreDestroy
    synchronized void stop() {
        stopped = true;
    }
}
