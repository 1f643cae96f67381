package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.UserAgent;
import vn.tungnha.identity.login.RememberedDevices;
import vn.tungnha.identity.login.SessionDevices;

/** Hands the calling device to a controller, and notes in the session that it was here. */
@Component
@RequiredArgsConstructor
class CurrentDeviceResolver implements HandlerMethodArgumentResolver {

    static final String DEVICE = "X-Device";
    private static final String RELEASE = "X-Release";
    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12}");
    private static final Pattern RELEASE_FORM = Pattern.compile("[\\w.-]{1,40}");

    private final RememberedDevices remembered;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == CurrentDevice.class;
    }

    @Override
    public CurrentDevice resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Optional.ofNullable(web.getNativeRequest(HttpServletRequest.class))
                .orElseThrow();
        UUID id = id(request).orElse(null);
        if (id != null) {
            SessionDevices.add(id, request.getSession());
        }
        Set<UUID> known = new HashSet<>(SessionDevices.of(request));
        return new CurrentDevice(
                id,
                known,
                UserAgent.of(request.getHeader(HttpHeaders.USER_AGENT)),
                Optional.ofNullable(request.getHeader(RELEASE))
                        .filter(told -> RELEASE_FORM.matcher(told).matches())
                        .orElse(null),
                remembered.series(request).orElse(null));
    }

    /** Empty when there is none, or what there is was not made by our pages. */
    private static Optional<UUID> id(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(DEVICE))
                .filter(told -> UUID_FORM.matcher(told).matches())
                .map(UUID::fromString);
    }
}
