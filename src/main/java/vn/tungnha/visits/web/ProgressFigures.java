package vn.tungnha.visits.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.AccountIndicators;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;

/** A team's figures of a month beside its targets; where the team has none, a share is held to the ward's. */
@Component
@RequiredArgsConstructor
class ProgressFigures {

    private static final IndicatorChoice VISITS = IndicatorChoice.of("VISITS");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal NEAR = new BigDecimal("0.95");

    private final Figures figures;
    private final AccountIndicators accounts;
    private final Catalogue catalogue;

    /** Visits and the team's plan for them, and one meter for each account type of the form. */
    record Found(long visits, @Nullable Long plan, List<ProgressPage.Meter> meters) {}

    Found of(long team, @Nullable Long commune, Period month, Words words) {
        Map<String, IndicatorChoice> shares = accounts.sharesOfRegistered(month.last());
        Map<AccountType, IndicatorChoice> wanted = new LinkedHashMap<>();
        catalogue.accountTypes().stream()
                .filter(AccountType::onForm)
                .filter(type -> shares.containsKey(type.code()))
                .forEach(type -> wanted.put(type, shares.get(type.code())));
        List<IndicatorChoice> choices = new ArrayList<>(List.of(VISITS));
        choices.addAll(wanted.values());
        List<IndicatorValue> values = figures.values(new FigureQuery(
                commune == null ? List.of() : List.of(commune),
                List.of(team),
                choices,
                List.of(month),
                Structure.then(),
                false));

        IndicatorValue visits = of(values, VISITS, true);
        List<ProgressPage.Meter> meters = new ArrayList<>();
        wanted.forEach((type, choice) -> {
            IndicatorValue own = of(values, choice, true);
            IndicatorValue ward = of(values, choice, false);
            if (own != null) {
                BigDecimal target = own.target() != null || ward == null ? own.target() : ward.target();
                meters.add(meter(type.shortName(words.locale()), own, target, words));
            }
        });
        BigDecimal plan = visits == null ? null : visits.target();
        return new Found(
                visits == null || visits.value() == null ? 0 : visits.value().longValue(),
                plan == null ? null : plan.longValue(),
                meters);
    }

    private static @Nullable IndicatorValue of(List<IndicatorValue> values, IndicatorChoice choice, boolean ofTeam) {
        return values.stream()
                .filter(value -> value.ofTeam() == ofTeam && value.indicator().equals(choice.code()))
                .findFirst()
                .orElse(null);
    }

    private static ProgressPage.Meter meter(String name, IndicatorValue own, @Nullable BigDecimal target, Words words) {
        BigDecimal value = own.value();
        BigDecimal numerator = own.numerator();
        BigDecimal denominator = own.denominator();
        String people = words.say(
                "visits.progress.people",
                words.vn().number(numerator),
                words.vn().number(denominator));
        String shown = words.vn().percent(value);
        if (target == null || value == null || numerator == null || denominator == null) {
            return new ProgressPage.Meter(
                    name, shown, people, Bullet.of(value, target, 100, "main", name + " " + shown), null, null);
        }
        String level = level(value, target);
        long lacking = target.multiply(denominator)
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .subtract(numerator)
                .longValue();
        return new ProgressPage.Meter(
                name,
                shown,
                people + " · " + words.say("visits.progress.target", words.vn().percent(target, 0)),
                Bullet.of(value, target, 100, level, name + " " + shown),
                level,
                level.equals("good")
                        ? words.say("shell.level.good")
                        : words.say("visits.progress.lacking", words.vn().number(lacking)));
    }

    private static String level(BigDecimal value, BigDecimal target) {
        if (value.compareTo(target) >= 0) {
            return "good";
        }
        return value.compareTo(target.multiply(NEAR)) >= 0 ? "near" : "bad";
    }
}
