package vn.tungnha.indicators.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.PeopleRead;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.RowBehind;
import vn.tungnha.indicators.RowsBehind;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** The households, persons and visits behind a figure; whoever reads them is written down. */
@Controller
@RequestMapping("/indicators/{code}")
@Allowed({Role.ADMIN, Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER})
@RequiredArgsConstructor
class RowsBehindController {

    private static final int ROWS = 50;
    private static final List<String> COLUMNS =
            List.of("household", "village", "address", "name", "birth-year", "day", "team", "amount");

    private final RowsBehindPages pages;
    private final RowsBehind behind;
    private final PeopleRead reading;
    private final MessageSource messages;

    @GetMapping("/people")
    String show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable String measure,
            @RequestParam(defaultValue = "0") int p,
            CurrentUser user,
            Locale locale,
            Model model) {
        RowsBehindPages.Asked asked = pages.asked(code, unit, period, variant, structure, measure, user);
        model.addAttribute("page", pages.page(asked, new Paging(p, ROWS), user, new FigureWords(messages, locale)));
        reading.tell("", List.of(), told(asked));
        return "indicators/people";
    }

    @GetMapping("/people.{format:csv|xlsx}")
    void table(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String variant,
            @RequestParam(required = false) @Nullable String structure,
            @RequestParam(required = false) @Nullable String measure,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        RowsBehindPages.Asked asked = pages.asked(code, unit, period, variant, structure, measure, user);
        FigureWords words = new FigureWords(messages, locale);
        List<RowBehind> rows =
                behind.all(asked.unit(), asked.read().period(), asked.read().structure(), asked.measure(), user);
        reading.tell("", List.of(), told(asked) + "." + format);
        String file = "%s-%s-%s"
                .formatted(
                        asked.measure().code(),
                        asked.unit().code(),
                        asked.read().period().code().replace('/', '_'));
        try (TableWriter out = TableAnswer.open(file, format, response)) {
            out.heading(COLUMNS.stream().map(it -> words.text("behind." + it)).toList());
            for (RowBehind row : rows) {
                out.row(Arrays.asList(
                        row.household(),
                        row.village(),
                        row.household() == null ? words.text("behind.gone") : row.address(),
                        row.name(),
                        row.birthYear(),
                        row.day(),
                        row.team(),
                        row.amount()));
            }
        }
    }

    /** Where and what was read, never who. */
    private static String told(RowsBehindPages.Asked asked) {
        return "/indicators/" + asked.read().definition().code() + "/people "
                + asked.unit().code() + " " + asked.read().period().code();
    }
}
