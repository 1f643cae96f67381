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
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitView;

/** Any figure by place, period, account type or organisation; the guard is asked in {@link BoardPlace}. */
@Controller
@RequestMapping("/dashboard/{code}")
@RequiredArgsConstructor
class PivotController {

    private final BoardPlace place;
    private final PivotBoard board;
    private final BoardFiles files;
    private final ViewsBar views;
    private final MessageSource messages;

    @GetMapping("/pivot")
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
        return "reports/pivot";
    }

    /** The same for a page that is open already. */
    @HxRequest
    @GetMapping("/pivot")
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

    @GetMapping("/pivot.{format:csv|xlsx}")
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
        PivotBoard.Read read = board.read(unit, request, words);
        Pivot pivot = read.pivot();
        String title = PivotBoard.title(read, request, words);
        try (TableWriter out = files.open("pivot", format, title, asked, response)) {
            List<String> names =
                    new ArrayList<>(List.of(words.say("pivot." + pivot.rows().code())));
            pivot.across().forEach(item -> names.add(item.name()));
            out.heading(names);
            for (int i = 0; i < pivot.down().size(); i++) {
                List<@Nullable Object> cells =
                        new ArrayList<>(List.of(pivot.down().get(i).name()));
                pivot.cells().get(i).forEach(cell -> cells.add(cell.amount()));
                out.row(cells);
            }
        }
    }

    private BoardRequest request(String code, MultiValueMap<String, String> params) {
        return place.request(code, params).at(BoardTabs.PIVOT);
    }
}
