package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetInForce;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.chart.Bullet;

/** Somebody's standing against a target as finished text. */
record StandingWords(MessageSource messages, Locale locale, FigureWords figures) {

    static StandingWords of(MessageSource messages, Locale locale) {
        return new StandingWords(messages, locale, new FigureWords(messages, locale));
    }

    String say(String key, Object... arguments) {
        return messages.getMessage("targets." + key, arguments, locale);
    }

    Vn vn() {
        return figures.vn();
    }

    /** Something held against the target: what was reached, what is expected. */
    String amount(Standing standing, @Nullable BigDecimal amount) {
        return standing.shown(amount, vn());
    }

    /** As it was set, with its own decimals. */
    String given(Standing standing, @Nullable BigDecimal amount) {
        return figures.amounts().given(standing.value().definition(), standing.kind(), amount);
    }

    String goal(Standing standing) {
        return given(standing, standing.goal());
    }

    String parts(Standing standing) {
        return standing.kind() == Kind.COUNT
                ? Vn.NONE
                : vn().fraction(standing.value().numerator(), standing.value().denominator());
    }

    String reached(Standing standing) {
        return vn().percent(standing.reached(), 1);
    }

    String state(Standing standing) {
        boolean over = standing.state() == Standing.State.NEAR
                && standing.progress().days() == standing.progress().of();
        return say("state." + standing.state() + (over ? ".over" : ""));
    }

    /** Where the target does not simply stand for the period asked for. */
    @Nullable
    String note(Standing standing, Period asked) {
        if (standing.carried() != null) {
            return say("carried.note");
        }
        TargetInForce target = standing.target();
        if (target == null) {
            return null;
        }
        if (!target.period().equals(asked.code())) {
            return say("longer", figures.period(standing.value().period()));
        }
        return target.carried() ? say("carried.confirmed") : null;
    }

    Bullet bar(Standing standing) {
        BigDecimal goal = standing.goal();
        BigDecimal amount = standing.amount();
        double full = Math.max(
                standing.kind() == Kind.RATE ? 100 : goal == null ? 1 : goal.doubleValue() * 1.1,
                amount == null ? 0 : amount.doubleValue());
        return Bullet.of(
                amount,
                goal,
                full == 0 ? 1 : full,
                standing.level().equals("info") ? "main" : standing.level(),
                say("bar", standing.place().name(), amount(standing, amount), goal(standing)));
    }
}
