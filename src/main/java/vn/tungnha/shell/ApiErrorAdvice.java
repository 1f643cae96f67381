package vn.tungnha.shell;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitNotInForce;

/** Answers what goes wrong in the API as problem+json with a code that programs can tell apart. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
@RequiredArgsConstructor
@Slf4j
class ApiErrorAdvice extends ResponseEntityExceptionHandler {

    private final ApiProblems problems;
    private final MessageSource messages;

    /** One wrong field of a request. */
    record Wrong(String field, String message) {}

    @ExceptionHandler({NotFound.class, OutOfScope.class})
    ProblemDetail notFound(ServletWebRequest request) {
        return problem(HttpStatus.NOT_FOUND, "NOT_FOUND", request);
    }

    @ExceptionHandler
    ProblemDetail notInForce(UnitNotInForce broken, ServletWebRequest request) {
        Locale locale = locale(request);
        Object[] arguments = {broken.getUnitCode(), Vn.in(locale).day(broken.getDay())};
        ProblemDetail problem = problems.problem(
                HttpStatus.NOT_FOUND,
                "UNIT_NOT_IN_FORCE",
                messages.getMessage("problem.UNIT_NOT_IN_FORCE", arguments, locale));
        problem.setProperty(
                "successors",
                broken.getSuccessors().stream()
                        .map(unit -> Map.of("code", unit.code(), "name", unit.name(), "fullName", unit.fullName()))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail ruleBroken(RuleBroken broken, ServletWebRequest request) {
        String title =
                messages.getMessage(broken.getKey(), broken.getArguments().toArray(), broken.getKey(), locale(request));
        ProblemDetail problem =
                problems.problem(HttpStatus.UNPROCESSABLE_CONTENT, "RULE_BROKEN", String.valueOf(title));
        problem.setProperty("rule", broken.getKey());
        if (broken.getField() != null) {
            problem.setProperty("errors", List.of(new Wrong(broken.getField(), String.valueOf(title))));
        }
        return problem;
    }

    @ExceptionHandler({Stale.class, OptimisticLockingFailureException.class})
    ProblemDetail stale(ServletWebRequest request) {
        return problem(HttpStatus.CONFLICT, "CONFLICT", request);
    }

    /** Left to the security chain. */
    @ExceptionHandler({AuthenticationException.class, AccessDeniedException.class})
    void refused(RuntimeException refusal) {
        throw refusal;
    }

    @ExceptionHandler
    ProblemDetail failed(Exception failure, ServletWebRequest request) {
        if (Unstorable.is(failure)) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "INVALID", request);
        }
        log.error("{} failed", request.getRequest().getRequestURI(), failure);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "INTERNAL", request);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Wrong> wrong = invalid.getBindingResult().getAllErrors().stream()
                .map(error -> new Wrong(
                        error instanceof FieldError field ? field.getField() : error.getObjectName(),
                        text(error, (ServletWebRequest) request)))
                .toList();
        return invalid(HttpStatus.UNPROCESSABLE_CONTENT, wrong, request);
    }

    @Override
    protected ResponseEntity<Object> handleHandlerMethodValidationException(
            HandlerMethodValidationException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Wrong> wrong = invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new Wrong(
                                error instanceof FieldError field
                                        ? field.getField()
                                        : String.valueOf(
                                                result.getMethodParameter().getParameterName()),
                                text(error, (ServletWebRequest) request))))
                .toList();
        return invalid(HttpStatus.BAD_REQUEST, wrong, request);
    }

    @Override
    protected ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException mismatch, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = mismatch instanceof MethodArgumentTypeMismatchException argument
                ? argument.getName()
                : String.valueOf(mismatch.getPropertyName());
        String text = messages.getMessage("problem.INVALID.field", null, locale((ServletWebRequest) request));
        return invalid(HttpStatus.BAD_REQUEST, List.of(new Wrong(field, text)), request);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return answer(problem(HttpStatus.BAD_REQUEST, "MALFORMED", (ServletWebRequest) request), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.valueOf(status.value());
        return answer(problem(known, ApiProblems.code(known), (ServletWebRequest) request), headers);
    }

    private ResponseEntity<Object> invalid(HttpStatus status, List<Wrong> wrong, WebRequest request) {
        ProblemDetail problem = problem(status, "INVALID", (ServletWebRequest) request);
        problem.setProperty("errors", wrong);
        return answer(problem, new HttpHeaders());
    }

    private static ResponseEntity<Object> answer(ProblemDetail problem, HttpHeaders headers) {
        return new ResponseEntity<>(problem, headers, HttpStatus.valueOf(problem.getStatus()));
    }

    private ProblemDetail problem(HttpStatus status, String code, ServletWebRequest request) {
        return problems.problem(status, code, request.getRequest());
    }

    private String text(MessageSourceResolvable error, ServletWebRequest request) {
        return messages.getMessage(error, locale(request));
    }

    private static Locale locale(ServletWebRequest request) {
        return ApiProblems.locale(request.getRequest());
    }
}
