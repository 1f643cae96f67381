package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitNotInForce;
import vn.tungnha.units.UnitView;

/** What a person sees when a page cannot be shown. What lies outside the scope looks like what does not exist. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class ErrorPages {

    private final Oops oops;
    private final MessageSource messages;

    /** Units are public; what became of one is said, as the code may come from an old link. */
    @ExceptionHandler(UnitNotInForce.class)
    ModelAndView notInForce(UnitNotInForce gone, HttpServletRequest request, Locale locale) {
        String day = Vn.in(locale).day(gone.getDay());
        String heirs = gone.getSuccessors().stream().map(UnitView::fullName).collect(Collectors.joining(", "));
        String said = messages.getMessage(
                heirs.isEmpty() ? "shell.oops.unit" : "shell.oops.unit.heirs",
                new Object[] {day, gone.getUnitCode(), heirs},
                locale);
        return oops.page(HttpStatus.NOT_FOUND, said, request, locale);
    }

    @ExceptionHandler({NotFound.class, OutOfScope.class})
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
        String message = messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale);
        return oops.page(HttpStatus.UNPROCESSABLE_CONTENT, message, request, locale);
    }
}
