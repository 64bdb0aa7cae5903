package io.omniflow.ticket.merge.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omniflow.ticket.lifecycle.domain.Status;
import io.omniflow.ticket.lifecycle.domain.Ticket;
import io.omniflow.ticket.lifecycle.domain.TicketId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Random deeds done to a few tickets, in a world and to the model alongside; both must end alike. */
public final class Tale {
    private static final int CONVERSATIONS = 5;
    private static final int CONTACTS = 3;

    private final List<TicketId> tickets;
    private final World world;
    private final NeverMerged model;
    private final Random chance;
    private final List<UUID> notes = new ArrayList<>();
    private final List<UUID> merges = new ArrayList<>();
    private final List<UUID> conversations = new ArrayList<>();
    private final List<UUID> contacts = new ArrayList<>();
    private int done;

    /** @param seed of the deeds; the ids it makes are its own as well */
    public Tale(List<Ticket> opened, World world, long seed) {
        tickets = opened.stream().map(Ticket::id).toList();
        this.world = world;
        model = new NeverMerged(opened);
        chance = new Random(seed);
        for (int i = 0; i < CONVERSATIONS; i++) {
            conversations.add(id());
        }
        for (int i = 0; i < CONTACTS; i++) {
            contacts.add(id());
        }
    }

    /** How many deeds were not refused. */
    public int happen(int deeds) {
        for (int i = 0; i < deeds; i++) {
            happen(deed());
        }
        return done;
    }

    private boolean happen(Deed deed) {
        var at = world.attempt(deed);
        at.ifPresent(when -> {
            done++;
            model.take(deed, when);
            switch (deed) {
                case Deed.WriteNote wrote -> notes.add(wrote.note());
                case Deed.Merge merge -> merges.add(merge.merge());
                case Deed.Undo undo -> merges.remove(undo.merge());
                default -> {}
            }
        });
        return at.isPresent();
    }

    /** Undoes all merges, in any order that is allowed; merges in the way go first. */
    public void undoAll() {
        while (!merges.isEmpty()) {
            List<UUID> left = new ArrayList<>(merges);
            Collections.shuffle(left, chance);
            long undone =
                    left.stream().filter(merge -> happen(new Deed.Undo(merge))).count();
            if (undone == 0) {
                throw new AssertionError("None of " + left + " can be undone");
            }
        }
    }

    public void endsAsIfNeverMerged() {
        for (TicketId id : tickets) {
            Ticket is = world.ticket(id);
            Ticket wouldBe = model.ticket(id);
            assertEquals(wouldBe.title(), is.title());
            assertEquals(wouldBe.status(), is.status());
            assertEquals(wouldBe.tags(), is.tags());
            assertEquals(new HashSet<>(wouldBe.contactIds()), new HashSet<>(is.contactIds()));
            assertEquals(wouldBe.conversationIds(), is.conversationIds());
            assertEquals(wouldBe.firstRespondedAt(), is.firstRespondedAt());
            assertEquals(wouldBe.resolvedAt(), is.resolvedAt());
            assertEquals(wouldBe.closedAt(), is.closedAt());
            assertEquals(null, is.mergedInto());
            assertEquals(model.notes(id), world.notes(id));
        }
    }

    private Deed deed() {
        return switch (chance.nextInt(17)) {
            case 0 -> new Deed.Rename(ticket(), word());
            case 1, 2 -> new Deed.Move(ticket(), one(List.of(Status.values())));
            case 3, 4 -> new Deed.AddTag(ticket(), word());
            case 5 -> new Deed.RemoveTag(ticket(), word());
            case 6 -> new Deed.AddContact(ticket(), one(contacts));
            case 7 -> new Deed.RemoveContact(ticket(), one(contacts));
            case 8 -> new Deed.WriteNote(ticket(), id(), word());
            case 9 -> notes.isEmpty() ? new Deed.WriteNote(ticket(), id(), word()) : onNote();
            case 10, 11 -> new Deed.Link(ticket(), one(conversations));
            case 12 ->
                chance.nextInt(3) == 0 ? new Deed.Unlink(one(conversations)) : new Deed.Reply(one(conversations));
            case 13 -> new Deed.Message(one(conversations));
            case 14, 15 -> merge();
            default -> merges.isEmpty() ? merge() : new Deed.Undo(one(merges));
        };
    }

    private Deed onNote() {
        UUID note = one(notes);
        return chance.nextBoolean() ? new Deed.EditNote(note, word()) : new Deed.DeleteNote(note);
    }

    private Deed merge() {
        List<TicketId> shuffled = new ArrayList<>(tickets);
        Collections.shuffle(shuffled, chance);
        int sources = 1 + chance.nextInt(2);
        return new Deed.Merge(
                id(), List.copyOf(shuffled.subList(1, Math.min(1 + sources, shuffled.size()))), shuffled.getFirst());
    }

    private TicketId ticket() {
        return one(tickets);
    }

    private String word() {
        return one(List.of("a", "b", "c"));
    }

    private UUID id() {
        return new UUID(chance.nextLong(), chance.nextLong());
    }

    private <T> T one(List<T> things) {
        return things.get(chance.nextInt(things.size()));
    }
}
