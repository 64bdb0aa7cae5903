package io.omniflow.sla.policy;

import io.omniflow.sla.policy.domain.Definition;
import io.omniflow.sla.policy.domain.Draft;
import java.util.function.Function;

/**
 * What somebody wants of a policy.
 *
 * @param change what it is to be, by what it is
 */
public record PolicyPatch(Function<Definition, Draft> change, Place place) {

    /** Where a policy is to stand in the order. */
    public sealed interface Place {
        /** Where it is. */
        record Same() implements Place {}

        /** Right before the default policy. */
        record Last() implements Place {}

        /** At that position, from 1; beyond the last is last. */
        record At(int position) implements Place {}
    }
}
