package vn.tungnha.reports.web;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HxRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitView;

/** All parts of a place side by side; the guard is asked in {@link BoardPlace}. */
@Controller
@RequestMapping("/dashboard/{code}")
@RequiredArgsConstructor
class MatrixController {

    private final BoardPlace place;
    private final MatrixBoard board;
    private final BoardFiles files;
    private final ViewsBar views;
    private final MessageSource messages;

    @GetMapping("/matrix")
    @Allowed
    String show(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            Model model) {
        BoardRequest request = request(code, params);
        views.show(request, user, model);
        model.addAttribute("page", board.page(place.require(request, user), request, Words.of(messages, locale)));
        return "reports/matrix";
    }

    /** The same for a page that is open already. */
    @HxRequest
    @GetMapping("/matrix")
    @Allowed
    String board(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            Model model) {
        model.addAttribute("partial", true);
        return show(code, params, user, locale, model) + " :: board";
    }

    /** The heat table without its shades: value, numerator and denominator of every figure. */
    @GetMapping("/matrix.{format:csv|xlsx}")
    @Allowed
    void table(
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        BoardFiles.Asked asked = files.asked(code, params, user, locale);
        Words words = asked.words();
        BoardRequest request = asked.request();
        UnitView unit = asked.unit();
        HeatTable.Read read = board.read(unit, request, words);
        List<UnitView> rows = new ArrayList<>(List.of(unit));
        rows.addAll(read.parts());
        try (TableWriter out = files.open("matrix", format, words.say("heat.export"), asked, response)) {
            List<String> names = new ArrayList<>(List.of(words.say("export.code"), words.say("export.unit")));
            for (IndicatorChoice column : read.columns()) {
                String name = words.brief(read.definition(column));
                names.addAll(List.of(
                        name,
                        name + " – " + words.say("export.numerator"),
                        name + " – " + words.say("export.denominator"),
                        name + " – " + words.say("level")));
            }
            out.heading(names);
            for (UnitView row : rows) {
                List<@Nullable Object> cells = new ArrayList<>(List.of(row.code(), row.fullName()));
                for (IndicatorChoice column : read.columns()) {
                    Reading reading = read.readings().now(row.id(), column.code());
                    cells.add(reading.rounded());
                    cells.add(reading.value().numerator());
                    cells.add(reading.value().denominator());
                    cells.add(words.say("level." + reading.level()));
                }
                out.row(cells);
            }
        }
    }

    private BoardRequest request(String code, MultiValueMap<String, String> params) {
        return place.request(code, params).at(BoardTabs.MATRIX);
    }
}
