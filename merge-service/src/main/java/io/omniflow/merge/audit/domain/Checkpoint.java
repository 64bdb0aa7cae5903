package io.omniflow.merge.audit.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is told to the outside, so that whoever keeps it can prove that the chain up to {@code sequence} was not rewritten. */
public record Checkpoint(long sequence, Hash hash) {
    private static final Pattern TOLD =
            Pattern.compile("\"details\":\\{\"auditSequence\":([1-9][0-9]{0,17}),\"hash\":\"([0-9a-f]{64})\"}");

    /** The checkpoint of which a fact tells: what was published comes back into the log like any other fact. */
    public static Optional<Checkpoint> toldBy(Fact fact) {
        if (!fact.kind().equals(Fact.CHECKPOINT) || !fact.service().equals(Redaction.SERVICE)) {
            return Optional.empty();
        }
        Matcher told = TOLD.matcher(fact.payload());
        return told.find()
                ? Optional.of(new Checkpoint(Long.parseLong(told.group(1)), new Hash(told.group(2))))
                : Optional.empty();
    }
}
