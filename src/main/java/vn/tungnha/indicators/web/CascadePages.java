package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.indicators.CascadePlan;
import vn.tungnha.indicators.CascadePlan.Method;
import vn.tungnha.indicators.Cascades;
import vn.tungnha.indicators.IndicatorDefinition.Kind;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.indicators.web.TargetsView.LastCascade;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Segment;

/** Puts the handing down of a target into words. */
@Component
@RequiredArgsConstructor
class CascadePages {

    static final String PATH = "/targets/cascade";
    static final String FIELD = "a.";
    static final String VERSION = "v.";

    private static final int NAMED = 6;

    private final Cascades cascades;
    private final MessageSource messages;

    /** @param typed what was typed so far; empty for a fresh proposal */
    CascadePage page(
            TargetBoard.Read read,
            CascadePlan plan,
            Map<String, String> typed,
            @Nullable RuleBroken broken,
            Locale locale) {
        StandingWords words = StandingWords.of(messages, locale);
        Standing whole = plan.whole();
        boolean rate = whole.kind() == Kind.RATE;
        String wrong = broken == null || broken.getField() == null ? "" : broken.getField();
        List<CascadePage.Row> rows = plan.rows().stream()
                .map(row -> row(row, plan, typed, wrong, words))
                .toList();
        Map<TargetPlace.Key, BigDecimal> amounts = amounts(plan, rows);
        String people = plan.people() == null
                ? null
                : words.figures().english()
                        ? plan.people().nameEn()
                        : plan.people().nameVi();
        return new CascadePage(
                read.address().url(TargetPages.PATH),
                words.say("cascade.title", TargetPages.brief(read.definition(), words)),
                words.say(
                        "cascade.lead",
                        whole.place().name(),
                        words.figures().period(whole.value().period()),
                        words.given(whole, plan.total()),
                        words.vn().number(rows.size())),
                methods(read, plan, words),
                words.say(
                        "cascade.explained." + plan.method() + (rate ? ".rate" : ".count"),
                        people == null ? "" : people.toLowerCase(locale)),
                read.address().kept(),
                plan.method().name(),
                rate,
                plan.total().toPlainString(),
                rate ? average(plan, amounts, words) : left(plan.total(), sum(amounts), words),
                rate || sum(amounts).compareTo(plan.total()) == 0 ? "good" : "near",
                missing(plan, words),
                plan.isThin()
                        ? words.say("cascade.thin", plan.known(), plan.rows().size())
                        : null,
                read.address().with(Map.of("how", "even")).url(PATH),
                people != null ? people : plan.method() == Method.PAST ? words.say("cascade.past") : null,
                rows,
                Objects.requireNonNullElse(typed.get("reason"), ""),
                broken == null
                        ? null
                        : messages.getMessage(
                                broken.getKey(), broken.getArguments().toArray(), locale),
                broken == null ? null : broken.getField());
    }

    private static CascadePage.Row row(
            CascadePlan.Row row, CascadePlan plan, Map<String, String> typed, String wrong, StandingWords words) {
        Standing standing = row.standing();
        String field = FIELD + key(standing.place());
        String version = VERSION + key(standing.place());
        BigDecimal present = standing.set(plan.whole().value().period());
        int seen =
                present == null ? 0 : Objects.requireNonNull(standing.target()).version();
        String basis = row.basis() == null
                ? null
                : plan.people() != null ? words.vn().number(row.basis()) : words.amount(standing, row.basis());
        return new CascadePage.Row(
                field,
                version,
                typed.containsKey(version) ? version(typed, version) : seen,
                standing.place().name(),
                words.given(standing, present),
                words.amount(standing, standing.amount()),
                basis,
                typed.getOrDefault(field, Typed.again(row.proposed())),
                row.weight() == null ? null : row.weight().toPlainString(),
                wrong.equals(field));
    }

    static String key(TargetPlace place) {
        return (place.team() ? "t" : "u") + place.id();
    }

    static int version(Map<String, String> typed, String field) {
        try {
            return Integer.parseInt(typed.getOrDefault(field, "0"));
        } catch (NumberFormatException notAVersion) {
            throw new RuleBroken("targets.error.version");
        }
    }

    /** What is typed so far, as far as it can be read. */
    private static Map<TargetPlace.Key, BigDecimal> amounts(CascadePlan plan, List<CascadePage.Row> rows) {
        Map<TargetPlace.Key, BigDecimal> amounts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            try {
                BigDecimal amount = Typed.number("amount", rows.get(i).typed(), "");
                if (amount != null) {
                    amounts.put(plan.rows().get(i).standing().place().key(), amount);
                }
            } catch (RuleBroken unreadable) {
                continue;
            }
        }
        return amounts;
    }

    private static BigDecimal sum(Map<TargetPlace.Key, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String average(CascadePlan plan, Map<TargetPlace.Key, BigDecimal> amounts, StandingWords words) {
        Map<TargetPlace.Key, @Nullable BigDecimal> weights = new HashMap<>();
        plan.rows().forEach(row -> weights.put(row.standing().place().key(), row.weight()));
        BigDecimal average = CascadePlan.average(amounts, weights);
        return average == null
                ? words.say("cascade.average.unknown")
                : words.say(
                        "cascade.average",
                        words.amount(plan.whole(), average),
                        words.given(plan.whole(), plan.total()));
    }

    /** What of a count is still to be handed down, or too much. */
    static String left(BigDecimal total, BigDecimal given, StandingWords words) {
        BigDecimal left = total.subtract(given);
        String key = left.signum() == 0 ? "split.exact" : left.signum() > 0 ? "split.left" : "split.over";
        return words.say(
                key,
                words.vn().number(left.abs()),
                words.vn().number(given),
                words.vn().number(total));
    }

    private static @Nullable String missing(CascadePlan plan, StandingWords words) {
        List<String> names = new ArrayList<>();
        plan.rows().stream()
                .filter(row -> row.proposed() == null)
                .forEach(row -> names.add(row.standing().place().name()));
        if (names.isEmpty() || plan.method() == Method.HAND) {
            return null;
        }
        String some = names.stream().limit(NAMED).collect(Collectors.joining(", ")) + (names.size() > NAMED ? "…" : "");
        return words.say("cascade.missing." + plan.method(), words.vn().number(names.size()), some);
    }

    private static List<Segment> methods(TargetBoard.Read read, CascadePlan plan, StandingWords words) {
        boolean rate = plan.whole().kind() == Kind.RATE;
        List<Method> offered = rate ? List.of(Method.EVEN, Method.PAST, Method.HAND) : List.of(Method.values());
        return offered.stream()
                .map(it -> new Segment(
                        words.say("cascade.method." + it + (rate ? ".rate" : ".count")),
                        read.address()
                                .with(Map.of("how", it.name().toLowerCase(Locale.ROOT)))
                                .url(PATH),
                        it == plan.method()))
                .toList();
    }

    @Nullable
    LastCascade last(TargetBoard.Read read, boolean gives, StandingWords words) {
        Standing own = Objects.requireNonNull(read.own());
        return cascades.last(
                        own.place().id(),
                        read.definition().id(),
                        own.kind().name(),
                        own.value().period())
                .map(it -> new LastCascade(
                        read.address().url("/targets/cascades/" + it.id() + "/reversal"),
                        words.say(
                                "last",
                                words.vn().number(it.given()),
                                words.vn().moment(it.at()),
                                Objects.requireNonNullElse(it.by(), words.say("entry.nobody")),
                                Objects.requireNonNullElse(it.reason(), "")),
                        gives))
                .orElse(null);
    }
}
