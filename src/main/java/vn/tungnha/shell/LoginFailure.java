package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/** Leads back to the login page, which says what was wrong and keeps the name that was typed. */
@RequiredArgsConstructor
class LoginFailure implements AuthenticationFailureHandler {

    private static final String PAGE = "/login";

    private final ApiProblems problems;
    private final LocaleResolver locales;

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        backToThePage(request, response, "?error", problems.text(failure, locales.resolveLocale(request)));
    }

    /** The page was open for so long, or in another tab, that its form is no longer valid. */
    void tooOld(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        backToThePage(request, response, "?expired", null);
    }

    private static void backToThePage(
            HttpServletRequest request, HttpServletResponse response, String why, @Nullable String wrong)
            throws IOException {
        FlashMap flash = new FlashMap();
        flash.put("wrongText", wrong);
        flash.put("typedName", request.getParameter("username"));
        flash.setTargetRequestPath(request.getContextPath() + PAGE);
        flash.startExpirationPeriod(180);
        new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
        response.sendRedirect(request.getContextPath() + PAGE + why);
    }
}
