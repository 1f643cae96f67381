package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.imports.ImportDesk;
import vn.tungnha.imports.Imports;
import vn.tungnha.imports.Templates;
import vn.tungnha.shared.Paging;

/** What can be read in, and sending a file. */
@Controller
@RequestMapping("/imports")
@RequiredArgsConstructor
class ImportsController {

    private static final int JOBS = 20;

    private final Imports imports;
    private final ImportDesk desk;
    private final Templates templates;
    private final ImportPages pages;

    @GetMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String list(@RequestParam(defaultValue = "0") int p, CurrentUser user, Locale locale, Model model) {
        model.addAttribute("page", pages.list(imports.kinds(), desk.list(user, new Paging(p, JOBS)), locale));
        return "imports/list";
    }

    @GetMapping("/{kind}")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String choose(@PathVariable String kind, Locale locale, Model model) {
        model.addAttribute("form", new UploadForm());
        return form(kind, locale, model);
    }

    @PostMapping("/{kind}")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    String send(
            @PathVariable String kind,
            @ModelAttribute("form") UploadForm form,
            BindingResult errors,
            CurrentUser user,
            Locale locale,
            Model model,
            HttpServletResponse response)
            throws IOException {
        imports.kind(kind);
        MultipartFile file = form.getFile();
        if (file == null || file.isEmpty()) {
            errors.rejectValue("file", "imports.file.empty");
            response.setStatus(422);
            return form(kind, locale, model);
        }
        try (InputStream content = file.getInputStream()) {
            UUID id = desk.send(kind, UploadName.of(file), file.getSize(), content, user, locale);
            return "redirect:/imports/jobs/" + id;
        }
    }

    @GetMapping("/{kind}/template.xlsx")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    void template(@PathVariable String kind, Locale locale, HttpServletResponse response) throws IOException {
        var known = imports.kind(kind);
        XlsxAnswer.name(response, kind + ".xlsx");
        templates.write(known, locale, response.getOutputStream());
    }

    private String form(String kind, Locale locale, Model model) {
        model.addAttribute("page", pages.choose(imports.kind(kind), locale));
        return "imports/form";
    }
}
