package vn.tungnha.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.imports.Imports;
import vn.tungnha.imports.Issue;
import vn.tungnha.imports.Templates;
import vn.tungnha.imports.sheet.Layout;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Finding;

/** Files in, for programs. */
@RestController
@RequestMapping("/api/v1/imports/{kind}")
@Opens(TokenScope.IMPORTS)
@RequiredArgsConstructor
class ImportsApi {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final Imports imports;
    private final Templates templates;

    @PostMapping
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    Answer read(
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestParam(defaultValue = "false") boolean partial,
            CurrentUser user,
            HttpServletRequest request)
            throws IOException {
        imports.kind(kind);
        if (file == null || file.isEmpty()) {
            throw RuleBroken.at("file", "imports.file.empty");
        }
        try (InputStream content = file.getInputStream()) {
            return Answer.of(imports.read(kind, UploadName.of(file), content, dryRun, partial, user, locale(request)));
        }
    }

    @GetMapping("/template.xlsx")
    @Allowed({Role.WARD_OFFICER, Role.ADMIN})
    void template(@PathVariable String kind, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var known = imports.kind(kind);
        XlsxAnswer.name(response, kind + ".xlsx");
        templates.write(known, locale(request), response.getOutputStream());
    }

    /** Vietnamese unless the program asks for English. */
    private static Locale locale(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                        && "en".equals(request.getLocale().getLanguage())
                ? Locale.ENGLISH
                : VIETNAMESE;
    }

    record Line(int row, String column, String message) {}

    record Answer(int rows, int accepted, int stored, List<Line> warnings, List<Line> changes, List<Line> errors) {

        static Answer of(Imports.Answer answer) {
            return new Answer(
                    answer.report().rows(),
                    answer.report().accepted(),
                    answer.report().stored(),
                    lines(answer.issues(), Finding.Level.WARNING, Finding.Level.PRESENT),
                    lines(answer.issues(), Finding.Level.CHANGED),
                    lines(answer.issues(), Finding.Level.ERROR));
        }

        private static List<Line> lines(List<Issue> issues, Finding.Level... levels) {
            return issues.stream()
                    .filter(issue -> List.of(levels).contains(issue.level()))
                    .map(issue -> new Line(Layout.row(issue.row()), issue.columnName(), issue.message()))
                    .toList();
        }
    }
}
