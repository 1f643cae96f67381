package vn.tungnha.shell;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.ModelAndView;

/** Makes the error page, or for htmx a message beside what stays on the screen. */
@Component
@RequiredArgsConstructor
class Oops {

    private final ShellModel shell;

    /** {@code said} takes the place of the standard sentence. */
    ModelAndView page(HttpStatus status, @Nullable String said, HttpServletRequest request, Locale locale) {
        boolean htmx = request.getHeader("HX-Request") != null && request.getHeader("HX-Boosted") == null;
        if (htmx) {
            keepWhatIsOnTheScreen();
        }
        ModelAndView page = new ModelAndView(htmx ? "shell/ui/flash :: wrong" : "shell/oops", status);
        page.addObject("shell", shell.shell(request, locale));
        page.addObject("code", String.valueOf(status.value()));
        page.addObject("said", said);
        return page;
    }

    private static void keepWhatIsOnTheScreen() {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                && attributes.getResponse() != null) {
            attributes.getResponse().setHeader("HX-Reswap", "none");
        }
    }
}
