package vn.tungnha.identity.web;

import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Anyone;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;

/**
 * Who may call one handler method: what stands on the method, else on its class.
 *
 * @param anyone no login needed
 * @param roles empty = whoever is signed in
 * @param place {@code kind:variable}, or empty
 */
record AccessRule(boolean anyone, Set<Role> roles, String place, Data data) {

    private static final AccessRule ANYONE = new AccessRule(true, Set.of(), "", Data.FIGURES);

    /** Handlers of frameworks that cannot carry our annotations: the error page and the description of the API. */
    private static final Set<String> FOREIGN = Set.of("org.springframework.boot.", "org.springdoc.");

    /** Empty when the method has no rule; nobody may call it then. */
    static Optional<AccessRule> of(HandlerMethod handler) {
        Class<?> type = handler.getBeanType();
        if (FOREIGN.stream().anyMatch(type.getName()::startsWith)) {
            return Optional.of(ANYONE);
        }
        return on(handler.getMethod()).or(() -> on(type));
    }

    private static Optional<AccessRule> on(AnnotatedElement element) {
        Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(element, Allowed.class);
        if (allowed != null) {
            return Optional.of(
                    new AccessRule(false, Set.copyOf(Arrays.asList(allowed.value())), allowed.place(), allowed.data()));
        }
        return AnnotatedElementUtils.hasAnnotation(element, Anyone.class) ? Optional.of(ANYONE) : Optional.empty();
    }

    boolean admits(Collection<Role> held) {
        return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    boolean hasPlace() {
        return !place.isEmpty();
    }

    String placeKind() {
        return place.substring(0, place.indexOf(':'));
    }

    String placeVariable() {
        return place.substring(place.indexOf(':') + 1);
    }
}
