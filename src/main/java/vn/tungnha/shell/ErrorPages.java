package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.UnitNotInForce;

/** What a person sees when a page cannot be shown. What lies outside the scope looks like what does not exist. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class ErrorPages {

    private final Oops oops;
    private final MessageSource messages;

    @ExceptionHandler({NotFound.class, OutOfScope.class, UnitNotInForce.class})
    ModelAndView notFound(HttpServletRequest request, Locale locale) {
        return oops.page(HttpStatus.NOT_FOUND, null, request, locale);
    }

    @ExceptionHandler({Stale.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request, Locale locale) {
        return oops.page(HttpStatus.CONFLICT, null, request, locale);
    }

    /** @throws DataAccessException when it is no fault of what was asked for */
    @ExceptionHandler(DataAccessException.class)
    ModelAndView unstorable(DataAccessException failure, HttpServletRequest request, Locale locale) {
        if (!Unstorable.is(failure)) {
            throw failure;
        }
        return oops.page(HttpStatus.UNPROCESSABLE_CONTENT, null, request, locale);
    }

    @ExceptionHandler(RuleBroken.class)
    ModelAndView ruleBroken(RuleBroken broken, HttpServletRequest request, Locale locale) {
        String message =
                messages.getMessage(broken.getKey(), broken.getArguments().toArray(), locale);
        return oops.page(HttpStatus.UNPROCESSABLE_CONTENT, message, request, locale);
    }
}
