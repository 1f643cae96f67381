package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
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

/** What a person sees when a page cannot be shown. What lies outside the scope looks like what does not exist. */
@ControllerAdvice(annotations = Controller.class)
@RequiredArgsConstructor
class ErrorPages {

    private final ShellModel shell;
    private final MessageSource messages;

    @ExceptionHandler({NotFound.class, OutOfScope.class})
    ModelAndView notFound(HttpServletRequest request, Locale locale) {
        return page(HttpStatus.NOT_FOUND, null, request, locale);
    }

    @ExceptionHandler({Stale.class, OptimisticLockingFailureException.class})
    ModelAndView stale(HttpServletRequest request, Locale locale) {
        return page(HttpStatus.CONFLICT, null, request, locale);
    }

    @ExceptionHandler(RuleBroken.class)
    ModelAndView ruleBroken(RuleBroken broken, HttpServletRequest request, HttpServletResponse response, Locale locale) {
        String message =
                messages.getMessage(broken.getKey(), broken.getArguments().toArray(), broken.getKey(), locale);
        if (request.getHeader("HX-Request") != null) {
            return flash(message, response);
        }
        return page(HttpStatus.UNPROCESSABLE_CONTENT, message, request, locale);
    }

    /** The part of the page that was to be replaced stays as it is; only the flash appears. */
    private static ModelAndView flash(@Nullable String message, HttpServletResponse response) {
        response.setHeader("HX-Reswap", "none");
        ModelAndView flash = new ModelAndView("shell/ui/flash :: oob(${said})", HttpStatus.UNPROCESSABLE_CONTENT);
        flash.addObject("said", message);
        return flash;
    }

    ModelAndView page(HttpStatus status, @Nullable String message, HttpServletRequest request, Locale locale) {
        ModelAndView page = new ModelAndView("shell/oops", status);
        page.addObject("shell", shell.shell(request, locale));
        page.addObject("code", String.valueOf(status.value()));
        page.addObject("said", message);
        return page;
    }
}
