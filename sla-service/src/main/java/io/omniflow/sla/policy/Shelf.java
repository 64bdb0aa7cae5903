package io.omniflow.sla.policy;

import io.omniflow.sla.policy.domain.Book;
import io.omniflow.sla.policy.domain.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A book with the policies it names. */
public record Shelf(Book book, Map<UUID, KeptPolicy> policies) {
    public Shelf {
        policies = Map.copyOf(policies);
    }

    public static Shelf of(Book book, List<KeptPolicy> policies) {
        return new Shelf(book, policies.stream().collect(Collectors.toMap(KeptPolicy::id, Function.identity())));
    }

    /** A policy and its place in the order, from 1. */
    public record Placed(KeptPolicy policy, int position, Standing standing) {}

    /** Whether it is for some tickets or for all the rest. */
    public enum Standing {
        ORDINARY,
        DEFAULT
    }

    /** In order. */
    public List<Placed> placed() {
        return book.entries().stream()
                .flatMap(entry -> find(entry.policyId()).stream())
                .toList();
    }

    public Optional<Placed> find(UUID id) {
        return Optional.ofNullable(policies.get(id)).map(this::place);
    }

    /** Where that version of one of its policies stands. */
    public Placed place(KeptPolicy policy) {
        return new Placed(
                policy,
                book.position(policy.id()),
                book.defaultEntry().policyId().equals(policy.id()) ? Standing.DEFAULT : Standing.ORDINARY);
    }

    /** Names are compared without regard to case. */
    public boolean isNamed(String name, UUID otherThan) {
        return policies.values().stream()
                .anyMatch(policy -> !policy.id().equals(otherThan)
                        && policy.definition().name().equalsIgnoreCase(name));
    }

    /** Those that go by a calendar, in order. */
    public List<Definition> goingBy(UUID calendarId) {
        return placed().stream()
                .map(placed -> placed.policy().definition())
                .filter(definition -> definition.calendarId().equals(calendarId))
                .toList();
    }
}
