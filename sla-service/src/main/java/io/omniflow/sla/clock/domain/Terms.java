package io.omniflow.sla.clock.domain;

import java.util.List;
import java.util.Optional;

/**
 * One state of all of a workspace's policies and of the calendars they name. A ticket keeps the revision under which its
 * clocks began, until it is put under another on purpose.
 *
 * @param revision counts the states of one workspace from 1
 * @param offers in the workspace's order; the last is the default and matches everything
 */
public record Terms(int revision, List<Offer> offers) {
    public Terms {
        offers = List.copyOf(offers);
        if (offers.isEmpty()) {
            throw new IllegalArgumentException("there is always a default policy");
        }
    }

    /** The first whose conditions hold. */
    public Offer offer(Circumstances circumstances) {
        return offers.stream()
                .filter(offer -> offer.policy().when().hold(circumstances))
                .findFirst()
                .orElseGet(offers::getLast);
    }

    /** Empty when this revision has no such version of a policy. */
    public Optional<Offer> offer(PolicyRef ref) {
        return offers.stream().filter(offer -> offer.policy().ref().equals(ref)).findFirst();
    }
}
