package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.SeriesAcross;
import vn.tungnha.indicators.Structure;
import vn.tungnha.reports.DashboardTiles;
import vn.tungnha.shared.KpiTile;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.shared.chart.Sparkline;
import vn.tungnha.units.UnitBreaks;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;

/** The tiles of a ward or a village: its chosen figures with trend, target and change. */
@Component
@RequiredArgsConstructor
class TileBoard {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+");

    private final DashboardTiles tiles;
    private final SeriesAcross across;
    private final UnitBreaks breaks;
    private final Definitions definitions;
    private final Environment environment;

    /** The readings of all tiles, kept for the words beside them. */
    record Tiles(List<KpiTile> tiles, List<Reading> readings, Readings all) {

        List<IndicatorChoice> choices() {
            return readings.stream()
                    .map(it -> new IndicatorChoice(
                            it.value().indicator(), it.value().variant().code()))
                    .toList();
        }
    }

    Tiles of(UnitView unit, BoardRequest request, Words words) {
        List<IndicatorChoice> choices = tiles.of(unit.level(), request.period().last());
        Readings readings = new Readings(
                across.values(FigureQuery.ofUnits(List.of(unit.id()), choices, request.periods(), request.structure())),
                request.periods(),
                words);
        List<Period> periods = request.periods();
        LocalDate broken = breaks.last(
                        unit.id(),
                        periods.get(0).first(),
                        periods.get(periods.size() - 1).last())
                .orElse(null);
        Map<String, MeasureView> measures = definitions.measures();
        boolean demonstration = environment.acceptsProfiles(Profiles.of("demo"));
        List<KpiTile> made = new ArrayList<>();
        List<Reading> shown = new ArrayList<>();
        for (IndicatorChoice choice : choices) {
            Reading reading = readings.now(unit.id(), choice.code());
            String noun = noun(reading, measures, words);
            shown.add(reading);
            made.add(tile(
                    unit,
                    request,
                    reading,
                    readings.series(unit.id(), choice.code()),
                    broken,
                    noun,
                    demonstration,
                    words));
        }
        return new Tiles(made, shown, readings);
    }

    private static KpiTile tile(
            UnitView unit,
            BoardRequest request,
            Reading reading,
            List<@Nullable BigDecimal> series,
            @Nullable LocalDate broken,
            @Nullable String noun,
            boolean demonstration,
            Words words) {
        String name = words.brief(reading.value().definition());
        BigDecimal target = reading.value().target();
        String level = reading.level();
        String change = reading.changeText();
        String caution = reading.caution();
        String fraction = reading.fraction();
        return new KpiTile(
                name,
                cardUrl(reading, unit, request),
                level,
                reading.levelText(noun),
                reading.shown(),
                caution == null ? fraction : fraction + " · " + caution,
                marked(Sparkline.tile(series, target, words.say("trend", name)), request.periods(), broken, words),
                Bullet.of(
                        reading.amount(),
                        target,
                        full(reading),
                        level.equals("info") ? "main" : level,
                        name + ": " + reading.shown() + ", " + reading.target()),
                reading.target(),
                reading.changeSign(),
                change,
                change == null ? null : words.against(request.previous()),
                reading.source(demonstration));
    }

    /** With a mark before the first period after the day on which units were put together. */
    static Sparkline marked(Sparkline line, List<Period> periods, @Nullable LocalDate broken, Words words) {
        OptionalInt index = SeriesAcross.breakAt(periods, broken);
        return broken == null || index.isEmpty()
                ? line
                : line.brokenAt(
                        index.getAsInt(),
                        periods.size(),
                        words.say("trend.break", words.vn().day(broken)));
    }

    static double full(Reading reading) {
        BigDecimal target = reading.value().target();
        double value = reading.amount() == null ? 0 : reading.amount().doubleValue();
        if (reading.rate()) {
            return Math.max(100, value);
        }
        return Math.max(value, target == null ? 1 : target.doubleValue() * 1.15);
    }

    static String cardUrl(Reading reading, UnitView unit, BoardRequest request) {
        return cardUrl(
                reading,
                UnitRef.of(unit.code(), unit.validFrom(), unit.validTo()).toString(),
                request);
    }

    /** The card of a figure of any unit, by its code. */
    static String cardUrl(Reading reading, String code, BoardRequest request) {
        StringBuilder url = new StringBuilder("/indicators/")
                .append(reading.value().indicator())
                .append("?unit=")
                .append(code)
                .append("&period=")
                .append(request.period().code())
                .append("&variant=")
                .append(reading.value().variant().code());
        if (!request.structure().equals(Structure.then())) {
            url.append("&structure=").append(request.structure().label());
        }
        return url.toString();
    }

    /** What the numerator counts: "người", "thủ tục". */
    private static @Nullable String noun(Reading reading, Map<String, MeasureView> measures, Words words) {
        Matcher codes = CODE.matcher(reading.value().variant().numerator());
        while (codes.find()) {
            MeasureView measure = measures.get(codes.group());
            if (measure != null) {
                return words.english() ? measure.unitEn() : measure.unitVi();
            }
        }
        return null;
    }
}
