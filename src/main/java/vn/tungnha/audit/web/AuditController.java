package vn.tungnha.audit.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.audit.AuditEntry;
import vn.tungnha.audit.AuditQuery;
import vn.tungnha.audit.Audits;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** The trail, for those who answer for what is done. */
@Controller
@RequiredArgsConstructor
class AuditController {

    private static final int PAGE = 50;

    private final Audits audits;
    private final MessageSource messages;

    /** One line in finished words. */
    record Line(
            String when,
            String actor,
            String what,
            String subject,
            String id,
            String unit,
            String reason,
            List<Change> changes) {}

    record Change(String field, String before, String after) {}

    @GetMapping("/audit")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.WARD_OFFICER})
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
        model.addAttribute("subject", subject);
        model.addAttribute("actor", actor);
        model.addAttribute("day", day);
        model.addAttribute(
                "rows", page.items().stream().map(entry -> line(entry, locale)).toList());
        model.addAttribute("pages", Pages.of(page, address, Vn.in(locale)));
        return "audit/list";
    }

    private Line line(AuditEntry entry, Locale locale) {
        return new Line(
                Vn.in(locale).moment(entry.happenedAt()),
                entry.actor(),
                words("audit.action.", entry.action(), locale),
                words("audit.subject.", entry.subject(), locale),
                entry.subjectId(),
                entry.unitName() == null ? "" : entry.unitName(),
                entry.reason() == null ? "" : entry.reason(),
                entry.changes().stream()
                        .map(change -> new Change(change.field(), shown(change.before()), shown(change.after())))
                        .toList());
    }

    /** What has no words of its own is shown by its code. */
    private String words(String prefix, String code, Locale locale) {
        return String.valueOf(messages.getMessage(prefix + code, null, code, locale));
    }

    private static String shown(@Nullable String value) {
        return value == null ? Vn.NONE : value;
    }
}
