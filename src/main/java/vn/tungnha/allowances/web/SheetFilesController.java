package vn.tungnha.allowances.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.allowances.AllowanceTotals;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.allowances.NoticePapers;
import vn.tungnha.allowances.SheetPapers;
import vn.tungnha.allowances.WardTotal;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** The sheet that is signed and the notice that is posted, as files. */
@Controller
@RequestMapping("/allowances")
@RequiredArgsConstructor
class SheetFilesController {

    private final ReportPlaces places;
    private final Months months;
    private final SheetAccess access;
    private final AllowanceTotals totals;
    private final SheetPapers papers;
    private final NoticePapers notices;
    private final PaperPrinter printer;
    private final MessageSource messages;

    /** @param team null = the whole ward */
    @GetMapping("/sheet.{format:docx|pdf}")
    @Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER})
    ResponseEntity<byte[]> sheet(
            @PathVariable String format,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "") String shown,
            CurrentUser user) {
        MonthSheet sheet = of(unit, period, team, shown, user);
        return answer(papers.sheet(sheet, team), name("bang-chi", sheet, team), format);
    }

    @GetMapping("/sheet.xlsx")
    @Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER})
    void table(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "") String shown,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        MonthSheet sheet = of(unit, period, team, shown, user);
        try (TableWriter out = TableAnswer.open(name("bang-chi", sheet, team), "xlsx", response)) {
            SheetTable.write(sheet, team, out);
        }
    }

    /** How much each team received, nobody by name, as it will be posted. */
    @GetMapping("/notice")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    String notice(
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            Model model) {
        Words words = new Words(messages, locale);
        MonthSheet sheet = open(unit, period, user);
        String query = "unit=" + months.code(sheet.ward()) + "&period="
                + sheet.period().code();
        model.addAttribute(
                "title",
                words.say("notice.title", words.month(sheet.period().named().last())));
        model.addAttribute("lead", sheet.ward().fullName());
        model.addAttribute("back", "/allowances?" + query);
        model.addAttribute("query", query);
        model.addAttribute("locked", sheet.asLocked());
        model.addAttribute("paper", notices.notice(sheet));
        return "allowances/notice";
    }

    @GetMapping("/notice.{format:docx|pdf}")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    ResponseEntity<byte[]> notice(
            @PathVariable String format,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user) {
        MonthSheet sheet = open(unit, period, user);
        return answer(notices.notice(sheet), name("cong-khai", sheet, null), format);
    }

    /** Sums: of a ward by team, of a place above by ward. */
    @GetMapping("/totals.{format:csv|xlsx}")
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    void totals(
            @PathVariable String format,
            @RequestParam String unit,
            @RequestParam(required = false) @Nullable String period,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        UnitView place = places.unit(unit, period, user).orElseThrow(() -> new NotFound("unit", unit));
        ReportPeriod month = months.of(period, place);
        Words words = new Words(messages, locale);
        if (place.level() == UnitLevel.COMMUNE) {
            MonthSheet sheet = totals.ofWard(place, month, user);
            try (TableWriter out = TableAnswer.open(name("tong-hop", sheet, null), format, response)) {
                SheetTable.totals(sheet, words, out);
            }
        } else {
            List<WardTotal> wards = totals.above(place, month, user);
            try (TableWriter out =
                    TableAnswer.open("tong-hop-" + place.code() + "-" + month.code(), format, response)) {
                SheetTable.wards(wards, words, out);
            }
        }
    }

    private MonthSheet of(String unit, @Nullable String period, @Nullable Long team, String shown, CurrentUser user) {
        UnitView ward = ward(unit, period, user);
        MonthSheet sheet = access.named(ward, months.of(period, ward), shown, user);
        if (team != null && sheet.now().teams().stream().noneMatch(it -> it.id() == team)) {
            throw new NotFound("team", team);
        }
        return sheet;
    }

    private MonthSheet open(String unit, @Nullable String period, CurrentUser user) {
        UnitView ward = ward(unit, period, user);
        return totals.ofWard(ward, months.of(period, ward), user);
    }

    private UnitView ward(String unit, @Nullable String period, CurrentUser user) {
        return places.unit(unit, period, user)
                .filter(it -> it.level() == UnitLevel.COMMUNE)
                .orElseThrow(() -> new NotFound("unit", unit));
    }

    private static String name(String what, MonthSheet sheet, @Nullable Long team) {
        return what + "-" + sheet.ward().code() + (team == null ? "" : "-to-" + team) + "-"
                + sheet.period().code();
    }

    private ResponseEntity<byte[]> answer(Paper paper, String name, String format) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + "." + format)
                                .build()
                                .toString())
                .header(HttpHeaders.CONTENT_TYPE, PaperPrinter.contentType(format))
                .body(printer.print(paper, format));
    }
}
