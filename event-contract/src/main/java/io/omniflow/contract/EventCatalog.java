package io.omniflow.contract;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every published type and the record it is read into. */
public final class EventCatalog {
    private static final Map<String, Class<?>> BY_TYPE = new LinkedHashMap<>();

    static {
        Stream.of(
                        TicketEvent.class,
                        TicketAnswer.class,
                        TicketCommand.class,
                        SlaEvent.class,
                        MergeEvent.class,
                        IntegrationEvent.class,
                        WorkspaceEvent.class,
                        ConversationEvent.class,
                        ConversationCommand.class)
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .forEach(EventCatalog::add);
        add(TicketSnapshot.class);
        add(PublishedUpTo.class);
    }

    private EventCatalog() {}

    private static void add(Class<?> record) {
        BY_TYPE.put(typeOf(record), record);
    }

    /** The CloudEvents type of a record of this contract. */
    public static String typeOf(Class<?> record) {
        return annotation(record).value();
    }

    /** The topic a record of this contract travels on. */
    public static String topicOf(Class<?> record) {
        return annotation(record).topic();
    }

    /** Empty when this build does not know the type: a newer service wrote it. */
    public static Optional<Class<?>> recordOf(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }

    public static Collection<Class<?>> records() {
        return BY_TYPE.values();
    }

    private static EventType annotation(Class<?> record) {
        EventType type = record.getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(record.getName() + " is not a published event");
        }
        return type;
    }
}
