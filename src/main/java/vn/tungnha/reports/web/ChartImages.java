package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.chart.ChartFile;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** The charts of a place as pictures that stand alone; the guard is asked in {@link BoardPlace}. */
@Controller
@RequiredArgsConstructor
class ChartImages {

    private final BoardPlace place;
    private final AreaBoard areas;
    private final Structures structures;
    private final PartsMap maps;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Clock clock;

    /** A fragment of a page and what it draws. */
    private record Drawing(String title, String fragment, String name, Object chart) {}

    @GetMapping("/dashboard/{code}/{chart:trend|map|lines|spread}.svg")
    @Allowed
    void image(
            @PathVariable String code,
            @PathVariable String chart,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        Words words = Words.of(messages, locale);
        BoardRequest request = place.request(code, params);
        UnitView unit = place.require(request, user);
        if (unit.level() == UnitLevel.VILLAGE) {
            throw new NotFound("chart", code);
        }
        Drawing drawing = drawing(chart, unit, request, words);
        ChartFile file = new ChartFile(
                drawing.title(),
                List.of(unit.fullName() + " · " + words.title(request.period()), structures.note(unit, request, words)),
                words.say("image.source", words.vn().moment(clock.instant())));
        Context context = new Context(locale, Map.of(drawing.name(), drawing.chart()));
        String markup = templates.process("reports/image-" + drawing.fragment(), context);
        String name = "%s-%s-%s.svg"
                .formatted(chart, unit.code(), request.period().code().replace('/', '_'));
        response.setContentType("image/svg+xml");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        response.getOutputStream().write(file.of(markup).getBytes(StandardCharsets.UTF_8));
    }

    private Drawing drawing(String chart, UnitView unit, BoardRequest request, Words words) {
        AreaBoard.Compared compared = areas.compare(unit, request, words);
        String name = words.name(compared.definition());
        return switch (chart) {
            case "trend" ->
                new Drawing(
                        name,
                        "line",
                        "chart",
                        found(
                                AreaTrend.of(
                                                compared,
                                                structures.eras(unit),
                                                picked(compared, request),
                                                false,
                                                request,
                                                words)
                                        .chart(),
                                chart));
            case "map" -> {
                PartsMap.Drawn map = maps.of(unit, compared.ranking(), null, request, words);
                yield new Drawing(
                        name,
                        map != null && map.shapes() != null ? "shapes" : "map",
                        "map",
                        found(map == null ? null : map.chart(), chart));
            }
            case "lines" -> new Drawing(name, "lines", "panels", SmallLines.of(compared, request, words));
            default ->
                new Drawing(
                        name,
                        "spread",
                        "chart",
                        found(SpreadChart.of(compared, request, words).chart(), chart));
        };
    }

    private static @Nullable UnitView picked(AreaBoard.Compared compared, BoardRequest request) {
        return compared.parts().units().stream()
                .filter(part -> part.code().equals(request.param("pick")))
                .findFirst()
                .orElse(null);
    }

    /** @throws NotFound where there is nothing to draw */
    private static Object found(@Nullable Object chart, String name) {
        if (chart == null) {
            throw new NotFound("chart", name);
        }
        return chart;
    }
}
