package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.tungnha.identity.CurrentUser;

/** Hands the {@link CurrentUser} to a handler method that asks for it. */
@Component
@RequiredArgsConstructor
class CurrentUserResolver implements HandlerMethodArgumentResolver {

    private final RequestUser users;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentUser.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("not a servlet request");
        }
        MethodParameter asked = parameter.nestedIfOptional();
        return users.admitted(servlet).orElseGet(() -> {
            if (asked.isOptional()) {
                return null;
            }
            throw new AuthenticationCredentialsNotFoundException("nobody is signed in");
        });
    }
}
