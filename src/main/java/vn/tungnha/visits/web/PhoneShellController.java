package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import vn.tungnha.identity.Allowed;
import vn.tungnha.shared.NotFound;

/**
 * The phone's stock of pages: the real templates with a prototype in them and nobody's data, to be filled on the phone
 * while there is no network.
 */
@Controller
@RequestMapping("/field/shell")
@Allowed
@RequiredArgsConstructor
class PhoneShellController {

    private final PhoneShells shells;
    private final PhoneWords words;
    private final PhoneAssets assets;
    private final ThymeleafViewResolver views;

    /** A shell is kept for weeks: no token of one session may stand in its forms. */
    @ModelAttribute
    void withoutToken(HttpServletRequest request, HttpServletResponse response) {
        request.removeAttribute(CsrfToken.class.getName());
        response.setHeader("Cache-Control", CacheControl.noCache().getHeaderValue());
    }

    /** All of them and the words in one answer: they have so much in common that together they are a third as long. */
    @GetMapping
    @ResponseBody
    Map<String, Object> all(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model)
            throws Exception {
        Map<String, Object> all = new LinkedHashMap<>();
        for (String name : PhoneShells.NAMES) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>(model.asMap());
            one.putAll(shells.model(name, locale));
            all.put(name, page(PhoneShells.template(name), one, request, response, locale));
        }
        return Map.of("shells", all, "words", words(locale));
    }

    @GetMapping("/{name}")
    String shell(@PathVariable String name, Locale locale, Model model) {
        if (!PhoneShells.NAMES.contains(name)) {
            throw new NotFound("shell", name);
        }
        model.addAllAttributes(shells.model(name, locale));
        return PhoneShells.template(name);
    }

    /** The scripts behind the pages and the pictures of the cards, in one answer too. */
    @GetMapping("/files")
    @ResponseBody
    Map<String, String> files() {
        return assets.texts();
    }

    /** The sentences the phone makes by itself. */
    @GetMapping("/words")
    @ResponseBody
    Map<String, Object> words(Locale locale) {
        return Map.of("lang", locale.getLanguage(), "words", words.in(locale));
    }

    private String page(
            String template,
            Map<String, @Nullable Object> model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale)
            throws Exception {
        var view = views.resolveViewName(template, locale);
        if (view == null) {
            throw new NotFound("template", template);
        }
        Paper paper = new Paper(response);
        view.render(model, request, paper);
        return paper.written()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /** Takes down a page and leaves the answer itself alone. */
    private static final class Paper extends HttpServletResponseWrapper {

        private final StringWriter text = new StringWriter();
        private final PrintWriter writer = new PrintWriter(text);

        Paper(HttpServletResponse response) {
            super(response);
        }

        @Override
        public PrintWriter getWriter() {
            return writer;
        }

        @Override
        public void setContentType(String type) {
            // the answer is no page
        }

        @Override
        public void setCharacterEncoding(String charset) {
            // nor in the encoding of one
        }

        @Override
        public void setLocale(Locale locale) {
            // nor in one language
        }

        String written() {
            writer.flush();
            return text.toString();
        }
    }
}
