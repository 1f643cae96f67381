package vn.tungnha.reports.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.reports.Display;
import vn.tungnha.reports.Displays;
import vn.tungnha.reports.web.DisplayPage.Past;
import vn.tungnha.reports.web.DisplayPage.Row;
import vn.tungnha.reports.web.DisplayPage.Shown;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.FormRules;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** What there is to see of displays: all of them, and the form of one with its figures on a real place. */
@Component
@RequiredArgsConstructor
class DisplayPages {

    private static final int EMPTY_ROWS = 3;

    private final Displays displays;
    private final Definitions definitions;
    private final DisplayExamples examples;
    private final Units units;
    private final Teams teams;
    private final MessageSource messages;
    private final Clock clock;

    /** One list of figures, and which they are. */
    record Line(String code, String title, List<String> figures, boolean mayEdit) {}

    List<Line> list(CurrentUser user, Locale locale) {
        Words words = Words.of(messages, locale);
        Map<String, IndicatorDefinition> known = known();
        return Arrays.stream(Display.values())
                .map(it -> new Line(
                        it.name(),
                        words.say("display." + it),
                        displays.lines(it).stream()
                                .map(line -> name(line, known, words))
                                .toList(),
                        user.has(Role.ADMIN)))
                .toList();
    }

    /** @param asked code of the unit the preview is of; empty for one that has teams */
    DisplayPage page(
            Display display,
            DisplayDraft typed,
            @Nullable RuleBroken broken,
            String asked,
            CurrentUser user,
            Locale locale) {
        Words words = Words.of(messages, locale);
        Map<String, IndicatorDefinition> known = known();
        Period period = Period.month(YearMonth.from(Days.today(clock))).previous();
        UnitView unit = asked.isBlank() ? examples.unit(display) : units.require(asked.strip(), Days.today(clock));
        Long team = unit != null && display.ofTeams() ? examples.team(unit, user) : null;
        List<IndicatorChoice> lines = typed.lines().stream()
                .filter(it -> known.containsKey(it.code()))
                .toList();
        boolean sound = unit != null && !lines.isEmpty() && (!display.ofTeams() || team != null);
        return new DisplayPage(
                display.name(),
                words.say("display." + display),
                words.say(display == Display.TEAM ? "display.columns" : "display.lead"),
                displays.version(display),
                rows(display, typed, broken, words),
                offered(known, words),
                broken == null ? null : messages.getMessage(broken.getKey(), FormRules.arguments(broken), locale),
                !sound || unit == null
                        ? null
                        : team == null ? unit.fullName() : teams.get(team).name() + ", " + unit.fullName(),
                unit == null ? "" : unit.code(),
                words.period(period),
                sound && unit != null ? shown(lines, unit, team, period, known, words) : List.of(),
                displays.history(display).stream().map(it -> past(it, words)).toList(),
                user.has(Role.ADMIN));
    }

    private static List<Row> rows(Display display, DisplayDraft typed, @Nullable RuleBroken broken, Words words) {
        List<Row> rows = new ArrayList<>();
        int filled = typed.chosen().size();
        int most = display == Display.TEAM
                ? Math.max(filled, Display.COLUMNS_OF_TEAMS)
                : Math.max(filled, Math.min(Display.MOST, filled + EMPTY_ROWS));
        String wrong = broken == null ? null : broken.getField();
        for (int i = 0; i < most; i++) {
            rows.add(new Row(
                    i,
                    String.valueOf(i + 1),
                    i < filled ? typed.chosen().get(i) : "",
                    display == Display.TEAM && i < Display.COLUMNS_OF_TEAMS ? words.say("display.column." + i) : null,
                    ("line" + i).equals(wrong)));
        }
        return rows;
    }

    /** Everything in use, in every variant. */
    private static List<Choice> offered(Map<String, IndicatorDefinition> known, Words words) {
        List<Choice> offered = new ArrayList<>();
        for (IndicatorDefinition it : known.values()) {
            for (Variant variant : it.variants()) {
                offered.add(
                        variant.standard()
                                ? new Choice(it.code(), words.name(it))
                                : new Choice(
                                        it.code() + "/" + variant.code(),
                                        words.name(it) + " · "
                                                + (words.english() ? variant.nameEn() : variant.nameVi())));
            }
        }
        return offered;
    }

    private List<Shown> shown(
            List<IndicatorChoice> lines,
            UnitView unit,
            @Nullable Long team,
            Period period,
            Map<String, IndicatorDefinition> known,
            Words words) {
        List<Shown> shown = new ArrayList<>();
        for (Reading reading : examples.readings(lines, unit, team, period, words)) {
            shown.add(new Shown(
                    name(lines.get(shown.size()), known, words),
                    reading.shown(),
                    reading.fraction(),
                    reading.target()));
        }
        return shown;
    }

    private static Past past(Displays.Change it, Words words) {
        return new Past(
                it.id(),
                words.vn().moment(it.changedAt()) + " · " + it.changedBy(),
                String.join(", ", it.before()) + " → " + String.join(", ", it.after()),
                it.undoneBy() == null ? null : words.say("display.undone-by", it.undoneBy()),
                it.undoable());
    }

    private static String name(IndicatorChoice line, Map<String, IndicatorDefinition> known, Words words) {
        IndicatorDefinition definition = known.get(line.code());
        if (definition == null) {
            return words.say("display.ended", line.code());
        }
        Variant variant = definition.variant(line.variant());
        return line.variant() == null || variant == null
                ? words.name(definition)
                : words.name(definition) + " · " + (words.english() ? variant.nameEn() : variant.nameVi());
    }

    private Map<String, IndicatorDefinition> known() {
        LocalDate today = Days.today(clock);
        return definitions.latest().stream()
                .filter(it -> !it.validTo().isBefore(today))
                .collect(Collectors.toMap(IndicatorDefinition::code, it -> it, (a, b) -> a, LinkedHashMap::new));
    }
}
