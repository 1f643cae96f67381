package vn.tungnha.life.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.life.DecisionPaper;
import vn.tungnha.life.Decisions;
import vn.tungnha.life.SignedFile;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.Teams;

/** One decision: seen as it will be printed, taken away as Word, and filed when it was signed. */
@Controller
@RequestMapping("/teams/decisions/{id}")
@Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER})
@RequiredArgsConstructor
class DecisionController {

    private final Decisions decisions;
    private final PaperPrinter printer;
    private final Teams teams;
    private final LifeWords words;
    private final Clock clock;

    /** A file that is kept, in finished words. */
    record Kept(String url, String name, String note) {}

    @GetMapping
    String show(@PathVariable long id, CurrentUser user, Locale locale, Model model) {
        DecisionPaper paper = decisions.get(id, user);
        model.addAttribute(
                "form",
                new SignatureForm(
                        paper.version(),
                        paper.number(),
                        paper.dated() == null ? Days.today(clock) : paper.dated(),
                        paper.signer(),
                        null));
        return page(paper, locale, model);
    }

    @GetMapping("/paper.{format:docx|pdf}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String format, CurrentUser user) {
        DecisionPaper paper = decisions.get(id, user);
        return answer(
                Decisions.fileName(paper) + "." + format,
                PaperPrinter.contentType(format),
                printer.print(decisions.paper(paper), format));
    }

    @GetMapping("/files/{file}")
    ResponseEntity<byte[]> kept(@PathVariable long id, @PathVariable long file, CurrentUser user) {
        DecisionPaper.Content content = decisions.file(id, file, user);
        return answer(content.name(), content.type(), content.bytes());
    }

    @PostMapping("/signature")
    String sign(
            @PathVariable long id,
            @Valid @ModelAttribute("form") SignatureForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DecisionPaper paper = decisions.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    decisions.sign(
                            id,
                            FormRules.seen(form.version()),
                            new DecisionPaper.Signature(
                                    Objects.requireNonNull(form.number()).strip(),
                                    Objects.requireNonNull(form.dated()),
                                    Objects.requireNonNull(form.signer()).strip()),
                            read(form.file()),
                            user);
                    flash.addFlashAttribute("flash", words.say(locale, "signed", form.number()));
                    return "redirect:/teams/decisions/" + id;
                },
                () -> page(paper, locale, model));
    }

    @PostMapping("/files")
    String attach(
            @PathVariable long id,
            @ModelAttribute("form") SignatureForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        DecisionPaper paper = decisions.get(id, user);
        return FormRules.answer(
                errors,
                response,
                () -> {
                    SignedFile file = read(form.file());
                    if (file == null) {
                        throw RuleBroken.at("file", "life.error.file");
                    }
                    decisions.attach(id, file, user);
                    flash.addFlashAttribute("flash", words.say(locale, "filed"));
                    return "redirect:/teams/decisions/" + id;
                },
                () -> page(paper, locale, model));
    }

    private String page(DecisionPaper paper, Locale locale, Model model) {
        Vn vn = Vn.in(locale);
        model.addAttribute("paper", paper);
        model.addAttribute("title", words.kind(paper.kind(), locale));
        model.addAttribute("number", words.number(paper, locale));
        model.addAttribute("sheet", decisions.paper(paper));
        model.addAttribute(
                "teams",
                teams.all(paper.teamIds(), paper.effective()).stream()
                        .map(team -> new Choice("/teams/" + team.id(), team.name()))
                        .toList());
        model.addAttribute(
                "files",
                paper.files().stream()
                        .map(file -> new Kept(
                                "/teams/decisions/" + paper.id() + "/files/" + file.id(),
                                file.name(),
                                words.say(
                                        locale,
                                        file.text() ? "file.text" : "file.signed",
                                        vn.number(Math.max(1, file.size() / 1024)))))
                        .toList());
        return "life/decision";
    }

    private static @Nullable SignedFile read(@Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return null;
        }
        if (file.getSize() > SignedFile.MOST) {
            throw RuleBroken.at("file", "life.error.size", SignedFile.MOST / 1024 / 1024);
        }
        try {
            return SignedFile.of(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Never shown inside the site: a file is to be taken away. */
    static ResponseEntity<byte[]> answer(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CONTENT_TYPE, type)
                .body(content);
    }
}
