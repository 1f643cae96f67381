package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.lists.SeenLately;

/** Notes what somebody has opened, once it was shown. */
@Component
@RequiredArgsConstructor
class SeenInterceptor implements HandlerInterceptor {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    private final SeenLately seen;
    private final CurrentUsers users;

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView view) {
        if (!request.getMethod().equals("GET")
                || response.getStatus() != HttpServletResponse.SC_OK
                || view == null
                || redirects(view)
                || !(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern)) {
            return;
        }
        seen.kindAt(pattern)
                .ifPresent(kind -> users.now().ifPresent(user -> seen.note(kind, ref(pattern, request), user)));
    }

    private static boolean redirects(ModelAndView view) {
        String name = view.getViewName();
        return name != null && name.startsWith("redirect:");
    }

    private static String ref(String pattern, HttpServletRequest request) {
        Matcher variable = VARIABLE.matcher(pattern);
        return variable.find()
                        && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                                instanceof Map<?, ?> values
                ? String.valueOf(values.get(variable.group(1)))
                : "";
    }
}
