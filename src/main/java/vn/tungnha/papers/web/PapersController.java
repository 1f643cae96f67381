package vn.tungnha.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.papers.PaperDraft;
import vn.tungnha.papers.PaperRequest;
import vn.tungnha.papers.Papers;
import vn.tungnha.papers.SentPapers;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** The draft of a report: seen as it will be printed, written into, taken away, sent. */
@Controller
@RequestMapping("/reports/papers")
@RequiredArgsConstructor
class PapersController {

    private final Papers papers;
    private final SentPapers sent;
    private final PaperPrinter printer;
    private final PaperPages pages;
    private final MessageSource messages;

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.LEADERSHIP_VIEWER,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.TEAM_LEADER
    })
    String show(PaperRequest request, CurrentUser user, Locale locale, Model model) {
        Optional<PaperDraft> draft = papers.draft(request, user);
        if (draft.isEmpty()) {
            return "papers/nowhere";
        }
        model.addAttribute("page", pages.page(draft.get(), new Words(messages, locale)));
        return "papers/draft";
    }

    @GetMapping("/draft.{format:docx|pdf|xlsx}")
    @Allowed({
        Role.ADMIN,
        Role.LEADERSHIP_VIEWER,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.TEAM_LEADER
    })
    ResponseEntity<byte[]> file(@PathVariable String format, PaperRequest request, CurrentUser user) {
        PaperDraft draft = papers.draft(request, user).orElseThrow(() -> new NotFound("paper", "none"));
        return answer(draft.fileName() + "." + format, format, printer.print(draft.paper(), format));
    }

    /** Keeps what was written; the parts come as pairs of a key and a text, in the same order. */
    @PostMapping("/text")
    @Allowed({Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER})
    String write(
            PaperRequest request,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        List<String> key = params.getOrDefault("key", List.of());
        List<String> text = params.getOrDefault("text", List.of());
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < Math.min(key.size(), text.size()); i++) {
            texts.put(key.get(i), text.get(i));
        }
        Words words = new Words(messages, locale);
        try {
            papers.write(request, version, texts, user);
            after.addFlashAttribute("flash", words.say("saved"));
            return back(request, user);
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("typed", texts);
            return show(request, user, locale, model);
        }
    }

    /** Prints it, keeps it, and shows what was kept. */
    @PostMapping
    @Allowed({Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER})
    String send(
            PaperRequest request,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            long id = sent.send(request, user);
            after.addFlashAttribute("flash", words.say("sent"));
            return "redirect:/reports/papers/" + id;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            return show(request, user, locale, model);
        }
    }

    private String back(PaperRequest request, CurrentUser user) {
        return papers.draft(request, user)
                .map(it -> "redirect:/reports/papers?"
                        + PaperPages.address(it.place(), it.period(), it.form().code()))
                .orElse("redirect:/reports/papers");
    }

    static ResponseEntity<byte[]> answer(String name, String format, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .header(HttpHeaders.CONTENT_TYPE, PaperPrinter.contentType(format))
                .body(content);
    }
}
