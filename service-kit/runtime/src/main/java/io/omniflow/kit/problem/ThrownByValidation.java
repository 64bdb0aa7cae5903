package io.omniflow.kit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Broken constraints, with pointers into what the caller sent instead of paths through Java. */
final class ThrownByValidation {
    private ThrownByValidation() {}

    /** Empty when it was not the caller's input but the service's own answer that broke a constraint. */
    static Optional<HttpProblem> problem(ConstraintViolationException thrown) {
        if (thrown.getConstraintViolations().stream().anyMatch(ThrownByValidation::isOfAnswer)) {
            return Optional.empty();
        }
        List<FieldError> errors = thrown.getConstraintViolations().stream()
                .map(violation -> new FieldError(pointer(violation), violation.getMessage()))
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::detail))
                .toList();
        return Optional.of(Problems.invalid(errors));
    }

    private static boolean isOfAnswer(ConstraintViolation<?> violation) {
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.RETURN_VALUE) {
                return true;
            }
        }
        return false;
    }

    private static String pointer(ConstraintViolation<?> violation) {
        Iterator<Path.Node> nodes = violation.getPropertyPath().iterator();
        Path.Node first = nodes.next();
        if (first.getKind() != ElementKind.METHOD || !nodes.hasNext()) {
            return step(first) + rest(nodes);
        }
        Path.Node parameter = nodes.next();
        List<Annotation> annotations = annotations(
                violation.getRootBeanClass(),
                first.as(Path.MethodNode.class),
                parameter.as(Path.ParameterNode.class).getParameterIndex());
        @Nullable String name = nameInRequest(annotations);
        if (name != null) {
            return name;
        }
        String within = rest(nodes);
        return annotations.stream().anyMatch(BeanParam.class::isInstance) && !within.isEmpty()
                ? within.substring(1)
                : within;
    }

    private static List<Annotation> annotations(Class<?> resource, Path.MethodNode called, int parameter) {
        Class<?>[] types = called.getParameterTypes().toArray(Class<?>[]::new);
        return lineage(resource)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> method.getName().equals(called.getName()))
                .filter(method -> Arrays.equals(method.getParameterTypes(), types))
                .map(Method::getParameterAnnotations)
                .flatMap(all -> Arrays.stream(all[parameter]))
                .toList();
    }

    private static Stream<Class<?>> lineage(Class<?> type) {
        return Stream.<Class<?>>iterate(type, found -> found != null, Class::getSuperclass);
    }

    private static @Nullable String nameInRequest(List<Annotation> annotations) {
        return annotations.stream()
                .flatMap(annotation -> switch (annotation) {
                    case QueryParam query -> Stream.of(query.value());
                    case PathParam path -> Stream.of(path.value());
                    case HeaderParam header -> Stream.of(header.value());
                    case CookieParam cookie -> Stream.of(cookie.value());
                    default -> Stream.<String>empty();
                })
                .findFirst()
                .orElse(null);
    }

    private static String rest(Iterator<Path.Node> nodes) {
        StringBuilder pointer = new StringBuilder();
        nodes.forEachRemaining(node -> pointer.append(step(node)));
        return pointer.toString();
    }

    private static String step(Path.Node node) {
        String position = node.getIndex() != null
                ? "/" + node.getIndex()
                : node.getKey() != null ? "/" + JsonNames.escaped(String.valueOf(node.getKey())) : "";
        boolean named = node.getKind() == ElementKind.PROPERTY && node.getName() != null;
        return named ? position + "/" + JsonNames.escaped(node.getName()) : position;
    }
}
