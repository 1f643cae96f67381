package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Requests that reach no handler, or the wrong way: a page for people, a problem for programs. */
@ControllerAdvice
@Order(-10)
@RequiredArgsConstructor
class LostRequests {

    private final Oops oops;
    private final ApiProblems problems;

    @ExceptionHandler({
        NoResourceFoundException.class,
        HttpRequestMethodNotSupportedException.class,
        MissingServletRequestParameterException.class,
        TypeMismatchException.class
    })
    Object lost(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.NOT_FOUND, "NOT_FOUND", request, locale);
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request, Locale locale) {
        return answer(HttpStatus.CONTENT_TOO_LARGE, "TOO_LARGE", request, locale);
    }

    private Object answer(HttpStatus status, String code, HttpServletRequest request, Locale locale) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                ? ResponseEntity.of(problems.problem(status, code, request)).build()
                : oops.page(status, null, request, locale);
    }
}
