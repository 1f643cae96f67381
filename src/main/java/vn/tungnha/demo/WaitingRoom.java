package vn.tungnha.demo;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands before everything else, signing in included, until the demonstration is ready: 503 with a page that reloads
 * itself, or a problem for programs. Health and what the page is made of pass.
 */
@Component
@Profile("demo")
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
@RequiredArgsConstructor
class WaitingRoom extends OncePerRequestFilter {

    private static final String AGAIN_IN_SECONDS = "2";

    private static final List<String> PASSING = List.of("/actuator/", "/css/", "/js/", "/fonts/", "/img/", "/webjars/");

    private final Preparation preparation;
    private final ObjectProvider<ThymeleafViewResolver> views;
    private final LocaleResolver locales;
    private final MessageSource messages;
    private final JsonMapper json;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = path(request);
        return preparation.getState() == Preparation.State.READY
                || PASSING.stream().anyMatch(path::startsWith)
                || path.endsWith(".svg");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean failed = preparation.getState() == Preparation.State.FAILED;
        Locale locale = locales.resolveLocale(request);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (!failed) {
            response.setHeader(HttpHeaders.RETRY_AFTER, AGAIN_IN_SECONDS);
        }
        if (path(request).startsWith("/api/")) {
            problem(failed, locale, response);
        } else {
            page(failed, locale, request, response);
        }
    }

    private void page(boolean failed, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws ServletException {
        if (!failed) {
            response.setHeader("Refresh", AGAIN_IN_SECONDS);
        }
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        try {
            View view = views.getObject().resolveViewName("demo/waiting", locale);
            Objects.requireNonNull(view)
                    .render(Map.of("failed", failed, "step", preparation.getStep()), request, response);
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private void problem(boolean failed, Locale locale, HttpServletResponse response) throws IOException {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setTitle(messages.getMessage(failed ? "demo.failed.title" : "demo.waiting.title", null, locale));
        problem.setProperty("code", failed ? "DEMONSTRATION_FAILED" : "PREPARING");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }
}
