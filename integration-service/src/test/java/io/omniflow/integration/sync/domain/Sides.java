package io.omniflow.integration.sync.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small world: tickets with their log of changes, one issue, and what is on its way between them. */
final class Sides {
    private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    private static final List<TicketStatus> STATUSES = List.of(TicketStatus.values());
    private static final List<ExternalState> STATES = List.of(
            new ExternalState("b", "Backlog", StateKind.TODO),
            new ExternalState("t", "Todo", StateKind.TODO),
            new ExternalState("s", "In Progress", StateKind.STARTED),
            new ExternalState("w", "Blocked", StateKind.STARTED),
            new ExternalState("d", "Done", StateKind.DONE),
            new ExternalState("c", "Canceled", StateKind.CANCELED));
    /** Every status has a place there, so that what is alike can be told. */
    private static final Mapping MAPPING = new Mapping(
            Mapping.DEFAULT.toTicket(),
            Map.of(
                    TicketStatus.OPEN, new Target.Kind(StateKind.TODO),
                    TicketStatus.IN_PROGRESS, new Target.State("s"),
                    TicketStatus.WAITING, new Target.State("w"),
                    TicketStatus.RESOLVED, new Target.Kind(StateKind.DONE),
                    TicketStatus.CLOSED, new Target.Kind(StateKind.DONE)),
            Set.of());

    private final Random random;
    private final List<Side> tickets;
    private final List<String> story = new ArrayList<>();
    private ExternalState issue = STATES.get(1);
    private Instant issueAt = START;
    private Instant now = START;
    private long ids;
    private int writes;
    private @Nullable TicketStatus wantedInTheEnd;

    Sides(long seed, int count) {
        this.random = new Random(seed);
        this.tickets = IntStream.range(0, count).mapToObj(Side::new).toList();
    }

    /** A ticket with its link. */
    private final class Side {
        private final int number;
        private TicketStatus status = TicketStatus.OPEN;
        private Instant statusAt = START;
        private Tie tie = Tie.made(TicketStatus.OPEN, START);
        private final Deque<StatusChange> facts = new ArrayDeque<>();
        private final Deque<Act.Ask> commands = new ArrayDeque<>();
        /** Calls to be made, in their order; the kind does not matter, for both read and decide. */
        private int calls = 1;

        private Side(int number) {
            this.number = number;
        }

        private void change(TicketStatus to, @Nullable UUID command) {
            if (to == status) {
                if (command != null) {
                    facts.add(new StatusChange(status, statusAt, command));
                }
                return;
            }
            status = to;
            statusAt = now;
            facts.add(new StatusChange(to, now, command));
        }

        private void take(Step step) {
            tie = step.tie();
            for (Act act : step.acts()) {
                switch (act) {
                    case Act.Ask ask -> {
                        writes++;
                        commands.add(ask);
                    }
                    case Act.Push _, Act.Read _ -> calls++;
                    case Act.Move _, Act.Tell _ -> {}
                }
            }
        }

        private void hear() {
            StatusChange fact = facts.poll();
            if (fact != null) {
                story.add(number + " hears " + fact);
                take(tie.ticketChanged(fact, id()));
            }
        }

        private void obey() {
            Act.Ask command = commands.poll();
            if (command != null) {
                story.add(number + " obeys " + command);
                change(command.status(), command.command());
            }
        }

        private void call(Luck luck) {
            if (calls == 0) {
                return;
            }
            ExternalState read = issue;
            Instant readAt = issueAt;
            Step step = tie.issueRead(read, readAt, MAPPING, id());
            Instant decidedFor = tie.statusAt();
            story.add(number + " reads " + read.name() + " and does " + step.acts() + " " + luck);
            if (step.move().isEmpty()) {
                calls--;
                take(step);
                return;
            }
            Target target = step.move().get();
            if (luck != Luck.LOST_BEFORE) {
                moveTo(STATES.stream().filter(target::matches).findFirst().orElseThrow());
            }
            if (random.nextInt(3) == 0) {
                hear();
            }
            switch (luck) {
                case GOOD -> {
                    calls--;
                    tie = tie.moved(issue, issueAt, decidedFor);
                }
                case LOST_BEFORE, LOST_AFTER -> tie = tie.moveUnclear(read, readAt);
            }
        }
    }

    private enum Luck {
        GOOD,
        LOST_BEFORE,
        LOST_AFTER
    }

    private void moveTo(ExternalState to) {
        if (!to.id().equals(issue.id())) {
            writes++;
            changeIssue(to);
        }
    }

    private void changeIssue(ExternalState to) {
        issue = to;
        issueAt = now;
        for (Side side : tickets) {
            if (random.nextInt(10) > 0) {
                side.calls += 1 + random.nextInt(2);
            }
        }
    }

    void somebodyChangesSomething() {
        tick();
        if (random.nextBoolean()) {
            Side side = any();
            TicketStatus to = STATUSES.get(random.nextInt(STATUSES.size()));
            story.add("a person sets " + side.number + " to " + to);
            side.change(to, null);
        } else {
            ExternalState to = STATES.get(random.nextInt(STATES.size()));
            story.add("a person moves the issue to " + to.name());
            changeIssue(to);
        }
    }

    void bothChangeBeforeAnybodyLooks() {
        Side side = any();
        Runnable ticket = () -> {
            side.change(TicketStatus.RESOLVED, null);
            wantedInTheEnd = TicketStatus.RESOLVED;
        };
        Runnable there = () -> {
            changeIssue(STATES.get(2));
            wantedInTheEnd = TicketStatus.IN_PROGRESS;
        };
        boolean ticketFirst = random.nextBoolean();
        tick();
        (ticketFirst ? ticket : there).run();
        tick();
        (ticketFirst ? there : ticket).run();
    }

    void someThingsHappen() {
        for (int i = random.nextInt(8); i > 0; i--) {
            tick();
            happen();
        }
    }

    private void happen() {
        Side side = any();
        switch (random.nextInt(3)) {
            case 0 -> side.hear();
            case 1 -> side.obey();
            default -> side.call(luck());
        }
    }

    private Luck luck() {
        return switch (random.nextInt(10)) {
            case 0 -> Luck.LOST_BEFORE;
            case 1 -> Luck.LOST_AFTER;
            default -> Luck.GOOD;
        };
    }

    /** Until nothing is on its way any more, and everything was read once more after that. */
    void settle() {
        drain();
        readEverythingAgain();
        drain();
    }

    private void drain() {
        for (int i = 0; tickets.stream().anyMatch(Sides::busy); i++) {
            if (i > 20_000) {
                throw new AssertionError("it goes on for ever\n" + this);
            }
            tick();
            happen();
        }
    }

    void readEverythingAgain() {
        tickets.forEach(side -> side.calls++);
    }

    boolean alike() {
        return tickets.stream().allMatch(side -> MAPPING.agree(side.status, issue) && side.tie.asked() == null);
    }

    void assertLaterStands() {
        assertEquals(wantedInTheEnd, tickets.getFirst().status, this::toString);
        assertEquals(true, alike(), this::toString);
    }

    int writes() {
        return writes;
    }

    /** Each change is carried to every other side, and may have to be set right once. */
    int mostWrites(int changes) {
        return changes * tickets.size() * 3 + tickets.size();
    }

    private static boolean busy(Side side) {
        return !side.facts.isEmpty() || !side.commands.isEmpty() || side.calls > 0;
    }

    private Side any() {
        return tickets.get(random.nextInt(tickets.size()));
    }

    private UUID id() {
        return new UUID(7, ids++);
    }

    private void tick() {
        now = now.plusMillis(1 + random.nextInt(1_000));
    }

    @Override
    public String toString() {
        return String.join("\n", story) + "\nissue " + issue.name() + "\n"
                + tickets.stream().map(side -> side.status + " " + side.tie).toList();
    }
}
