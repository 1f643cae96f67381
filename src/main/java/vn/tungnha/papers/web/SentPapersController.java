package vn.tungnha.papers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.papers.PaperRequest;
import vn.tungnha.papers.Papers;
import vn.tungnha.papers.SentPaper;
import vn.tungnha.papers.SentPapers;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Reports as they were sent. */
@Controller
@RequestMapping("/reports/papers")
@Allowed({
    Role.ADMIN,
    Role.LEADERSHIP_VIEWER,
    Role.PROVINCE_OFFICER,
    Role.DISTRICT_OFFICER,
    Role.WARD_OFFICER,
    Role.WARD_LEADER,
    Role.TEAM_LEADER
})
@RequiredArgsConstructor
class SentPapersController {

    private static final int ROWS = 50;

    private final Papers papers;
    private final SentPapers sent;
    private final PaperPages pages;
    private final MessageSource messages;

    @GetMapping("/sent")
    String list(
            PaperRequest request,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        return papers.place(request, user)
                .map(place -> {
                    PageOf<SentPaper> page = sent.of(place, new Paging(p, ROWS));
                    model.addAttribute("place", place.name());
                    model.addAttribute("back", "/reports/papers?" + place.query());
                    model.addAttribute(
                            "lines",
                            page.items().stream()
                                    .map(it -> pages.line(it, words))
                                    .toList());
                    model.addAttribute("pages", Pages.of(page, "/reports/papers/sent?" + place.query(), words.vn()));
                    return "papers/archive";
                })
                .orElse("papers/nowhere");
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        Words words = new Words(messages, locale);
        SentPaper paper = sent.get(id, user);
        String place = paper.teamId() == null ? "" : "?team=" + paper.teamId();
        model.addAttribute("paper", paper);
        model.addAttribute("line", pages.line(paper, words));
        model.addAttribute("back", "/reports/papers" + place);
        model.addAttribute("state", words.say(paper.locked() ? "state.locked" : "state.living"));
        model.addAttribute("writes", sent.writes(paper, user) && paper.teamId() == null);
        model.addAttribute(
                "files",
                paper.files().stream()
                        .map(it -> new File(
                                it.format(),
                                words.say("file." + it.format()),
                                "/reports/papers/" + id + "/file?format=" + it.format(),
                                words.say("file.size", words.vn().number(Math.max(1, it.size() / 1024))),
                                it.sha256()))
                        .toList());
        return "papers/sent";
    }

    /** One file of a paper, to take away. */
    record File(String format, String text, String url, String size, String sha256) {}

    @GetMapping("/{id}/file")
    ResponseEntity<byte[]> file(
            @PathVariable long id, @RequestParam(defaultValue = "docx") String format, CurrentUser user) {
        SentPaper.Content file = sent.file(id, format, user);
        return PapersController.answer(file.name(), file.format(), file.bytes());
    }

    @PostMapping("/{id}/number")
    @Allowed({Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    String number(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable LocalDate dated,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes after,
            HttpServletResponse response) {
        Words words = new Words(messages, locale);
        try {
            sent.enterNumber(id, number, dated, user);
            after.addFlashAttribute("flash", words.say("number.saved"));
            return "redirect:/reports/papers/" + id;
        } catch (RuleBroken broken) {
            response.setStatus(422);
            model.addAttribute("problem", words.why(broken));
            model.addAttribute("field", broken.getField());
            model.addAttribute("number", number);
            model.addAttribute("dated", dated);
            return show(id, user, locale, model);
        }
    }
}
