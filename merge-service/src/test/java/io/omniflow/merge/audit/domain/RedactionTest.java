package io.omniflow.merge.audit.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedactionTest {
    private static final UUID ERASED_BY = UUID.fromString("019ab3c0-4444-7000-8000-000000000001");
    private static final UUID TOLD_IN = UUID.fromString("019ab3c0-5555-7000-8000-000000000001");
    private static final String FORM = "{\"after\":null,\"before\":null,\"details\":{},\"origin\":{},"
            + "\"redacted\":{\"erasedBy\":\"019ab3c0-4444-7000-8000-000000000001\"}}";

    private final Entry sealed = Chained.entries(1).getFirst();
    private final Redaction redaction = new Redaction(1, ERASED_BY, Digest.salted(Salt.NONE, FORM), TOLD_IN);

    private Entry with(String payload, Salt salt) {
        Fact fact = sealed.fact();
        return new Entry(
                sealed.sequence(),
                new Fact(
                        fact.workspace(),
                        fact.id(),
                        fact.ticketId(),
                        fact.kind(),
                        fact.actor(),
                        fact.at(),
                        fact.service(),
                        fact.mergeId(),
                        fact.correlationId(),
                        payload),
                sealed.recordedAt(),
                salt,
                sealed.payloadHash(),
                sealed.previousHash(),
                sealed.hash());
    }

    private Flaw.@Nullable Reason reason(Entry entry) {
        Flaw flaw = ChainCheck.after(Head.NONE).next(entry, null, redaction).flaw();
        return flaw == null ? null : flaw.reason();
    }

    @Test
    void an_emptied_payload_keeps_its_place_in_the_chain() {
        assertNull(reason(with(FORM, Salt.NONE)));
    }

    @Test
    void nothing_else_may_stand_there() {
        assertEquals(Flaw.Reason.PAYLOAD_CHANGED, reason(sealed), "what was to be emptied is still there");
        assertEquals(Flaw.Reason.PAYLOAD_CHANGED, reason(with(FORM.replace("null", "1"), Salt.NONE)));
        assertEquals(Flaw.Reason.PAYLOAD_CHANGED, reason(with(FORM, sealed.salt())), "the salt would help to guess");
    }

    @Test
    void a_redaction_holds_only_where_the_chain_lists_it() {
        Fact list = Redaction.fact(Chained.WORKSPACE, List.of(redaction), "agent:anna", "c", Chained.NOW);
        Entry told = Entry.after(Head.NONE, list, Chained.NOW, Chained.salts().next());
        ChainCheck check = ChainCheck.after(Head.NONE);

        assertNull(check.redacted(redaction, List.of(told), List.of()).flaw());
        assertNull(check.redacted(redaction, List.of(), List.of(list)).flaw());
        Redaction eleventh = new Redaction(11, ERASED_BY, redaction.payloadHash(), TOLD_IN);
        Flaw unproven = new Flaw(11, Flaw.Reason.REDACTION_UNPROVEN);
        assertEquals(
                unproven, check.redacted(eleventh, List.of(told), List.of()).flaw());
        assertEquals(unproven, check.redacted(eleventh, List.of(), List.of()).flaw());
        assertEquals(
                new Flaw(1, Flaw.Reason.REDACTION_UNPROVEN),
                check.redacted(redaction, List.of(Tampering.all().getFirst().of(told)), List.of())
                        .flaw());
    }

    @Test
    void a_list_is_canonical_json() {
        Redaction second = new Redaction(12, ERASED_BY, Hash.NONE, TOLD_IN);
        Fact list = Redaction.fact(Chained.WORKSPACE, List.of(redaction, second), "agent:anna", "c", Chained.NOW);

        assertEquals(
                "{\"after\":null,\"before\":null,\"details\":{\"entries\":[{\"payloadHash\":\""
                        + redaction.payloadHash().hex() + "\",\"sequence\":1},{\"payloadHash\":\"" + Hash.NONE.hex()
                        + "\",\"sequence\":12}]},\"origin\":{\"backfill\":false,\"causationId\":\"" + ERASED_BY
                        + "\",\"changeId\":null,\"sequence\":null,\"sourceAddress\":null}}",
                list.payload());
        assertTrue(second.isToldBy(list));
        assertFalse(new Redaction(2, ERASED_BY, Hash.NONE, TOLD_IN).isToldBy(list));
    }

    @Test
    void a_checkpoint_the_log_tells_of_must_be_the_one_that_is_kept() {
        Hash hash = new Hash("ab".repeat(32));
        Checkpoint told = new Checkpoint(7, hash);
        ChainCheck check = ChainCheck.after(Head.NONE);

        assertNull(check.told(told, hash, hash).flaw());
        assertNull(check.told(told, null, hash).flaw());
        assertEquals(
                new Flaw(7, Flaw.Reason.CHECKPOINT_MISSING),
                check.told(told, hash, null).flaw());
        assertEquals(
                new Flaw(7, Flaw.Reason.CHECKPOINT_DIFFERS),
                check.told(told, hash, Hash.NONE).flaw());
        assertEquals(
                new Flaw(7, Flaw.Reason.CHECKPOINT_DIFFERS),
                check.told(told, Hash.NONE, hash).flaw());
    }
}
