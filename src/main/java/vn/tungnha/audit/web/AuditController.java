package vn.tungnha.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.audit.AuditEntry;
import vn.tungnha.audit.AuditQuery;
import vn.tungnha.audit.AuditSeals;
import vn.tungnha.audit.Audits;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** The trail, for those who answer for what is done. */
@Controller
@RequiredArgsConstructor
class AuditController {

    private static final int PAGE = 50;
    private static final int PIECE = 1000;

    private final Audits audits;
    private final AuditWords words;
    private final AuditSeals seals;
    private final ApplicationEventPublisher events;

    @GetMapping("/audit")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER},
            data = Data.PEOPLE)
    String trail(
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        PageOf<AuditEntry> page = audits.find(new AuditQuery(subject, actor, day), user, new Paging(p, PAGE));
        String address = UriComponentsBuilder.fromPath("/audit")
                .queryParam("subject", "{subject}")
                .queryParam("actor", "{actor}")
                .queryParam("day", day == null ? "" : day)
                .encode()
                .buildAndExpand(subject, actor)
                .toUriString();
        model.addAttribute(
                "sealed", seals.latest().map(seal -> words.seal(seal, locale)).orElse(null));
        model.addAttribute("export", address.replaceFirst("^/audit", "/audit/export.xlsx"));
        model.addAttribute("subject", subject);
        model.addAttribute("actor", actor);
        model.addAttribute("day", day);
        model.addAttribute(
                "rows",
                page.items().stream().map(entry -> words.line(entry, locale)).toList());
        model.addAttribute("pages", Pages.of(page, address, Vn.in(locale)));
        return "audit/list";
    }

    /** The entries one may read as a file; that somebody took them away is an entry itself. */
    @GetMapping("/audit/export.{format:csv|xlsx}")
    @Allowed(
            value = {Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER},
            data = Data.PEOPLE)
    void export(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String actor,
            @RequestParam(required = false) @Nullable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = new AuditQuery(subject, actor, day);
        events.publishEvent(new Audited("audit.exported", "audit", format, null, null, query, null));
        try (TableWriter out = TableAnswer.open("audit", format, response)) {
            out.heading(words.columns(locale));
            PageOf<AuditEntry> piece;
            int at = 0;
            do {
                piece = audits.find(query, user, new Paging(at++, PIECE));
                for (AuditEntry entry : piece.items()) {
                    out.row(words.cells(entry, locale));
                }
            } while (piece.items().size() == PIECE);
        }
    }

    @GetMapping("/households/{id}/history")
    @Allowed(
            value = {Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER},
            place = "household:id",
            data = Data.PEOPLE)
    String ofHousehold(@PathVariable UUID id, @RequestParam(defaultValue = "0") int p, Locale locale, Model model) {
        PageOf<AuditEntry> page = audits.ofHousehold(id, new Paging(p, PAGE));
        model.addAttribute("household", id);
        model.addAttribute(
                "rows",
                page.items().stream().map(entry -> words.line(entry, locale)).toList());
        model.addAttribute("pages", Pages.of(page, "/households/" + id + "/history", Vn.in(locale)));
        return "audit/household";
    }
}
