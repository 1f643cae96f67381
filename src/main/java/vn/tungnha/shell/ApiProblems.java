package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.DeviceRevoked;
import vn.tungnha.identity.DeviceState;
import vn.tungnha.identity.Devices;
import vn.tungnha.identity.login.PasswordChangeRequired;
import vn.tungnha.identity.login.TokenTooNarrow;
import vn.tungnha.identity.login.TooManyAttempts;
import vn.tungnha.identity.login.TooManyGuesses;
import vn.tungnha.identity.login.WrongPassword;

/** Makes the {@code application/problem+json} answers of the API: a title in the caller's language and a code. */
@Component
@RequiredArgsConstructor
class ApiProblems {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final MessageSource messages;
    private final JsonMapper json;
    private final Devices devices;

    /** Vietnamese unless the caller asks for English. */
    static Locale locale(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && "en".equals(request.getLocale().getLanguage())
                ? Locale.ENGLISH
                : VIETNAMESE;
    }

    static String code(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "NOT_FOUND";
            case METHOD_NOT_ALLOWED -> "METHOD_NOT_ALLOWED";
            case NOT_ACCEPTABLE -> "NOT_ACCEPTABLE";
            case CONTENT_TOO_LARGE -> "TOO_LARGE";
            case UNSUPPORTED_MEDIA_TYPE -> "UNSUPPORTED_MEDIA_TYPE";
            case UNAUTHORIZED -> "UNAUTHORIZED";
            case TOO_MANY_REQUESTS -> "TOO_MANY_REQUESTS";
            default -> status.is5xxServerError() ? "INTERNAL" : "BAD_REQUEST";
        };
    }

    ProblemDetail problem(HttpStatus status, String code, HttpServletRequest request) {
        return problem(status, code, messages.getMessage("problem." + code, null, locale(request)));
    }

    ProblemDetail problem(HttpStatus status, String code, String title) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setTitle(title);
        problem.setProperty("code", code);
        return problem;
    }

    String text(AuthenticationException failure, Locale locale) {
        if (failure instanceof WrongPassword wrong) {
            return messages.getMessage("problem.WRONG_PASSWORD.left", new Object[] {wrong.getLeft()}, locale);
        }
        String code = failure instanceof DisabledException ? "ACCOUNT_DISABLED" : lockedOut(failure, "UNAUTHORIZED");
        return messages.getMessage("problem." + code, null, locale);
    }

    private static String lockedOut(AuthenticationException failure, String otherwise) {
        return failure instanceof TooManyGuesses
                ? "TOO_MANY_GUESSES"
                : failure instanceof TooManyAttempts ? "LOCKED_OUT" : otherwise;
    }

    void wrongPassword(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String code = lockedOut(failure, "WRONG_PASSWORD");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"tungnha\", charset=\"UTF-8\"");
        write(problem(HttpStatus.UNAUTHORIZED, code, text(failure, locale(request))), response);
    }

    void notSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(problem(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", request), response);
    }

    /** A phone whose login has ended still hears that it was cut off, so that it wipes what it holds. */
    void phoneNotSignedIn(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        ProblemDetail problem = problem(HttpStatus.UNAUTHORIZED, "UNAUTHORIZED", request);
        problem.setProperty("device", deviceState(request.getHeader("X-Device")));
        write(problem, response);
    }

    private DeviceState deviceState(@Nullable String device) {
        try {
            return device == null ? DeviceState.OK : devices.lastState(UUID.fromString(device));
        } catch (IllegalArgumentException e) {
            return DeviceState.OK;
        }
    }

    /** A phone tells a form that is too old from what it may not do: it asks for a new token and sends again. */
    void phoneDenied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (failure instanceof CsrfException) {
            write(problem(HttpStatus.FORBIDDEN, "CSRF", request), response);
        } else if (failure instanceof DeviceRevoked) {
            write(problem(HttpStatus.FORBIDDEN, "DEVICE_REVOKED", request), response);
        } else {
            denied(request, response, failure);
        }
    }

    /** What one may not do looks like what does not exist; only a temporary password and one's own token are named. */
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        ProblemDetail problem = failure instanceof PasswordChangeRequired
                ? problem(HttpStatus.FORBIDDEN, "PASSWORD_CHANGE_REQUIRED", request)
                : failure instanceof TokenTooNarrow
                        ? problem(HttpStatus.FORBIDDEN, "TOKEN_SCOPE", request)
                        : problem(HttpStatus.NOT_FOUND, "NOT_FOUND", request);
        write(problem, response);
    }

    private void write(ProblemDetail problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.getStatus());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        json.writeValue(response.getOutputStream(), problem);
    }
}
