package vn.tungnha.savings.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.StatedFigure;
import vn.tungnha.indicators.StatedFigures;
import vn.tungnha.savings.Audience;
import vn.tungnha.savings.SavingSums;
import vn.tungnha.savings.SavingSums.Sum;
import vn.tungnha.savings.SavingView;
import vn.tungnha.savings.Savings;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;

/** Puts the days saved into words: the lines, their sums, and what was published beside what is known of it. */
@Component
@RequiredArgsConstructor
class SavingsListing {

    private static final int PAGE = 50;

    /** Published figures, of all and of enterprises, in the order procedures, dossiers, days. */
    private static final Map<String, Audience> FOR_BUSINESS = Map.of(
            "PROCEDURES_FASTER_BUSINESS", Audience.BUSINESS,
            "DOSSIERS_FASTER_BUSINESS", Audience.BUSINESS,
            "WORKING_DAYS_SAVED_BUSINESS", Audience.BUSINESS);

    private static final List<String> PUBLISHED = List.of(
            "PROCEDURES_FASTER",
            "DOSSIERS_FASTER",
            "WORKING_DAYS_SAVED",
            "PROCEDURES_FASTER_BUSINESS",
            "DOSSIERS_FASTER_BUSINESS",
            "WORKING_DAYS_SAVED_BUSINESS");

    private final Savings savings;
    private final SavingSums sums;
    private final StatedFigures stated;
    private final MessageSource messages;

    /** One procedure as a line of the list. */
    record Row(
            String id,
            String editUrl,
            String name,
            String field,
            String audience,
            String unit,
            String year,
            String days,
            String dossiers,
            String saved) {}

    /** A line of sums. */
    record Total(String name, String procedures, String dossiers, String saved) {}

    /** A published figure and what is known of it. @param rest null where more is known than was published */
    record Published(
            String title,
            String figure,
            String words,
            String known,
            @Nullable String rest,
            String source) {}

    /** The register, ready to be shown. */
    record Page(
            String summary,
            String q,
            String year,
            List<Choice> years,
            List<Row> rows,
            Pages pages,
            List<Total> totals,
            List<Total> fields,
            List<Published> published) {}

    Page page(@Nullable Integer year, @Nullable String q, int p, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        PageOf<SavingView> found = savings.list(year, q, user, new Paging(p, PAGE));
        Sum all = sums.sum(year, null, user);
        List<Choice> years = new ArrayList<>(List.of(new Choice("", say(locale, "savings.year.any"))));
        sums.years(user).forEach(each -> years.add(new Choice(String.valueOf(each), String.valueOf(each))));
        return new Page(
                say(
                        locale,
                        "savings.summary",
                        vn.number(all.procedures()),
                        vn.number(all.dossiers()),
                        vn.number(all.saved())),
                q == null ? "" : q,
                year == null ? "" : String.valueOf(year),
                years,
                found.items().stream().map(line -> row(line, vn, locale)).toList(),
                Pages.of(found, address(year, q), vn),
                List.of(
                        total(say(locale, "savings.all"), all, vn),
                        total(say(locale, "savings.business"), sums.sum(year, Audience.BUSINESS, user), vn)),
                sums.byField(year, user).stream()
                        .map(sum -> total(sum.field(), new Sum(sum.procedures(), sum.dossiers(), sum.saved()), vn))
                        .toList(),
                stated.of(PUBLISHED).stream()
                        .map(figure -> published(figure, vn, locale))
                        .toList());
    }

    private Row row(SavingView line, Vn vn, Locale locale) {
        return new Row(
                line.id().toString(),
                "/savings/" + line.id() + "/edit",
                line.name(),
                line.field(),
                say(locale, "savings.audience." + line.audience()),
                line.unit(),
                String.valueOf(line.year()),
                say(locale, "savings.days", vn.number(line.legalDays()), vn.number(line.actualDays())),
                vn.number(line.dossiers()),
                vn.number(line.saved()));
    }

    private static Total total(String name, Sum sum, Vn vn) {
        return new Total(name, vn.number(sum.procedures()), vn.number(sum.dossiers()), vn.number(sum.saved()));
    }

    private Published published(StatedFigure figure, Vn vn, Locale locale) {
        Sum sum = sums.known(figure.unitId(), figure.lastDay(), FOR_BUSINESS.get(figure.indicator()));
        BigDecimal known = figure.indicator().startsWith("PROCEDURES")
                ? BigDecimal.valueOf(sum.procedures())
                : figure.indicator().startsWith("DOSSIERS") ? BigDecimal.valueOf(sum.dossiers()) : sum.saved();
        BigDecimal value = figure.value() == null ? BigDecimal.ZERO : figure.value();
        BigDecimal rest = value.subtract(known);
        return new Published(
                figure.unit() + ", " + say(locale, "savings.published.period", period(figure.period())),
                vn.number(figure.value()),
                figure.statedAs(),
                vn.number(known),
                rest.signum() < 0 ? null : vn.number(rest),
                figure.source());
    }

    /** 10/2022 for 2022-10; a year stays a year. */
    private static String period(String code) {
        return code.matches("\\d{4}-\\d{2}") ? code.substring(5) + "/" + code.substring(0, 4) : code;
    }

    private static String address(@Nullable Integer year, @Nullable String q) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/savings");
        if (year != null) {
            address.queryParam("year", year);
        }
        return q == null
                ? address.toUriString()
                : address.queryParam("q", "{q}").encode().buildAndExpand(q).toUriString();
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
