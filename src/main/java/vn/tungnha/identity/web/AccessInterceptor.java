package vn.tungnha.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.PeopleRead;
import vn.tungnha.identity.PlaceResolver;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.identity.login.PasswordChangeRequired;
import vn.tungnha.identity.login.SignedInAccount;
import vn.tungnha.identity.login.TokenGrant;
import vn.tungnha.shared.OutOfScope;

/** Lets a request through to its handler only by the handler's rule; without a rule nobody gets there. */
@Component
class AccessInterceptor implements HandlerInterceptor {

    private static final String PASSWORD_PAGE = "/account/password";

    private final RequestUser users;
    private final ScopeGuard guard;
    private final PeopleRead reading;
    private final ObjectProvider<PlaceResolver> resolvers;

    AccessInterceptor(
            RequestUser users, ScopeGuard guard, PeopleRead reading, ObjectProvider<PlaceResolver> resolvers) {
        this.users = users;
        this.guard = guard;
        this.reading = reading;
        this.resolvers = resolvers;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || request.getDispatcherType() == DispatcherType.ERROR) {
            return true;
        }
        AccessRule rule = AccessRule.of(method).orElseThrow(() -> refused(request));
        if (rule.anyone()) {
            return true;
        }
        SignedInAccount account = users.account()
                .orElseThrow(() -> new AuthenticationCredentialsNotFoundException("nobody is signed in"));
        if (account.mustChangePassword() && !path(request).equals(PASSWORD_PAGE)) {
            return sendToPasswordPage(method, request, response);
        }
        if (!rule.admits(account.roles())) {
            throw refused(request);
        }
        requireToken(method);
        users.admit(rule.roles(), request);
        List<String> ids = rule.hasPlace() ? placeIds(rule, request) : List.of();
        if (!ids.isEmpty() || rule.data() == Data.PEOPLE) {
            requirePlaces(rule, ids, request);
        }
        return true;
    }

    /** What no scope opens is for unlimited tokens only. */
    private static void requireToken(HandlerMethod method) {
        Opens opens = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Opens.class);
        if (opens == null) {
            opens = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Opens.class);
        }
        TokenGrant.require(opens == null ? new TokenScope[0] : opens.value());
    }

    private void requirePlaces(AccessRule rule, List<String> ids, HttpServletRequest request) {
        CurrentUser user = users.admitted(request).orElseThrow(() -> refused(request));
        ids.forEach(id -> requirePlace(rule, id, user, request));
        if (rule.data() == Data.PEOPLE && user.scope().everything()) {
            reading.tell(rule.hasPlace() ? rule.placeKind() : "", ids, path(request));
        }
    }

    private void requirePlace(AccessRule rule, String id, CurrentUser user, HttpServletRequest request) {
        PlaceResolver places = resolver(rule.placeKind());
        if (!guard.admits(user.scope(), rule.data(), places.unitsOf(id), places.teamsOf(id))) {
            throw refused(request);
        }
    }

    /**
     * A path variable, or every value of the request parameter (Spring splits lists at commas); none when it is missing,
     * then the handler keeps to the caller's own scope.
     */
    private static List<String> placeIds(AccessRule rule, HttpServletRequest request) {
        Map<?, ?> variables = (Map<?, ?>) request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        if (variables != null && variables.get(rule.placeVariable()) instanceof String id) {
            return List.of(id);
        }
        String[] values = request.getParameterValues(rule.placeVariable());
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> Arrays.stream(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
    }

    private PlaceResolver resolver(String kind) {
        PlaceResolver resolver = resolvers.stream()
                .collect(Collectors.toMap(PlaceResolver::kind, Function.identity()))
                .get(kind);
        if (resolver == null) {
            throw new IllegalStateException("no PlaceResolver for " + kind);
        }
        return resolver;
    }

    private static boolean sendToPasswordPage(
            HandlerMethod method, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
            throw new PasswordChangeRequired();
        }
        String page = request.getContextPath() + PASSWORD_PAGE;
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", page);
        } else {
            response.sendRedirect(page);
        }
        return false;
    }

    private static OutOfScope refused(HttpServletRequest request) {
        return new OutOfScope("address", path(request));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
