package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitView;

/** The tiles of a place with their periods, and what is new there, as files; the guard is asked in {@link BoardFiles}. */
@Controller
@RequiredArgsConstructor
class TileExports {

    private final TileBoard tiles;
    private final ChangesCard changes;
    private final BoardFiles files;

    @GetMapping("/dashboard/{code}/tiles.{format:csv|xlsx}")
    @Allowed
    void tiles(
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
        TileBoard.Tiles shown = tiles.of(unit, request, words);
        String title = words.say("overview", words.period(request.period()));
        try (TableWriter out = files.open("tiles", format, title, asked, response)) {
            List<String> head = new ArrayList<>(List.of(
                    words.say("indicator"),
                    words.say("value"),
                    words.say("export.numerator"),
                    words.say("export.denominator"),
                    words.say("target-column"),
                    words.say("level"),
                    words.say("as-of")));
            shown.all().periods().forEach(it -> head.add(words.tick(it)));
            out.heading(head);
            for (Reading reading : shown.readings()) {
                out.row(cells(reading, shown, unit, words));
            }
        }
    }

    @GetMapping("/dashboard/{code}/news.{format:csv|xlsx}")
    @Allowed
    void news(
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
        var card = changes.of(unit, request, user, words);
        try (TableWriter out = files.open("news", format, card == null ? "" : card.title(), asked, response)) {
            out.heading(List.of(words.say("news.figure"), words.say("news.what"), words.say("news.detail")));
            if (card != null) {
                for (var line : card.lines()) {
                    out.row(Arrays.asList(line.figure(), line.text(), line.detail()));
                }
            }
        }
    }

    private static List<@Nullable Object> cells(Reading reading, TileBoard.Tiles shown, UnitView unit, Words words) {
        IndicatorValue value = reading.value();
        List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(
                words.name(value.definition()),
                reading.rounded(),
                value.numerator(),
                value.denominator(),
                value.target(),
                words.say("level." + reading.level()),
                value.asOf() == null || value.asOf().equals(Days.FOREVER) ? null : value.asOf()));
        for (int i = 0; i < shown.all().periods().size(); i++) {
            cells.add(shown.all().at(unit.id(), value.indicator(), i).rounded());
        }
        return cells;
    }
}
