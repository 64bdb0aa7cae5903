package io.omniflow.ticket.lifecycle.domain;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/** A ticket's tags: sorted, without regard to case, each once. */
public record Tags(List<String> values) {
    public static final int MOST = 50;
    public static final int LONGEST = 64;
    public static final Tags NONE = new Tags(List.of());

    public Tags {
        values = List.copyOf(values);
    }

    public static Tags of(Collection<String> values) {
        TreeSet<String> sorted = new TreeSet<>();
        values.forEach(value -> sorted.add(normal(value)));
        return new Tags(List.copyOf(sorted));
    }

    /** Tags are compared and shown in lower case without outer blanks. */
    public static String normal(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }

    public Tags with(String tag) {
        return withAll(List.of(tag));
    }

    public Tags without(String tag) {
        return withoutAny(List.of(tag));
    }

    public Tags withAll(Collection<String> tags) {
        TreeSet<String> more = new TreeSet<>(values);
        tags.forEach(tag -> more.add(normal(tag)));
        return new Tags(List.copyOf(more));
    }

    public Tags withoutAny(Collection<String> tags) {
        TreeSet<String> fewer = new TreeSet<>(values);
        tags.forEach(tag -> fewer.remove(normal(tag)));
        return new Tags(List.copyOf(fewer));
    }
}
