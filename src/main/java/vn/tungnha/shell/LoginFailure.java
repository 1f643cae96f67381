package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import lombok.RequiredArgsConstructor;
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
        FlashMap flash = new FlashMap();
        flash.put("wrongText", problems.text(failure, locales.resolveLocale(request)));
        flash.put("typedName", request.getParameter("username"));
        flash.setTargetRequestPath(request.getContextPath() + PAGE);
        flash.startExpirationPeriod(180);
        new SessionFlashMapManager().saveOutputFlashMap(flash, request, response);
        response.sendRedirect(request.getContextPath() + PAGE + "?error");
    }
}
