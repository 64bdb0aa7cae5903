package io.omniflow.testing.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Tells where in a service a class stands, from its package alone. */
final class Layout {
    private static final String DOMAIN = "domain";

    private final String root;
    private final Set<String> deepFeatures;

    Layout(String root, JavaClasses classes) {
        this.root = root;
        this.deepFeatures = StreamSupport.stream(classes.spliterator(), false)
                .map(type -> path(type.getPackageName()))
                .filter(path -> path.length > 1 && path[1].equals(DOMAIN))
                .map(path -> path[0])
                .collect(Collectors.toUnmodifiableSet());
    }

    String root() {
        return root;
    }

    boolean inService(JavaClass type) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    boolean inDomain(JavaClass type) {
        String[] path = path(type.getPackageName());
        return path.length > 1 && path[1].equals(DOMAIN);
    }

    /** Use cases and ports of a feature that has a domain. */
    boolean inUseCases(JavaClass type) {
        String[] path = path(type.getPackageName());
        return path.length == 1 && deepFeatures.contains(path[0]);
    }

    /** The edge a class belongs to, as {@code feature.edge}. */
    Optional<String> edgeOf(JavaClass type) {
        String[] path = path(type.getPackageName());
        return path.length > 1 && !path[1].equals(DOMAIN) ? Optional.of(path[0] + "." + path[1]) : Optional.empty();
    }

    boolean inEdge(JavaClass type, String name) {
        return edgeOf(type).filter(edge -> edge.endsWith("." + name)).isPresent();
    }

    DescribedPredicate<JavaClass> domain() {
        return DescribedPredicate.describe("in a domain package", this::inDomain);
    }

    DescribedPredicate<JavaClass> useCases() {
        return DescribedPredicate.describe("use cases and ports", this::inUseCases);
    }

    private String[] path(String packageName) {
        return packageName.startsWith(root + ".")
                ? packageName.substring(root.length() + 1).split("\\.")
                : new String[0];
    }
}
