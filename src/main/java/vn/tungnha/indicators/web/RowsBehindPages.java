package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.MeasureView;
import vn.tungnha.indicators.MeasuredPart;
import vn.tungnha.indicators.RowBehind;
import vn.tungnha.indicators.RowsBehind;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Lays out the rows behind a figure, and says on its card where they are. */
@Component
@RequiredArgsConstructor
class RowsBehindPages {

    private final CardReads reads;
    private final Figures figures;
    private final RowsBehind behind;

    /** What was asked for: one measure of a figure of a ward or a village. */
    record Asked(CardRead read, UnitView unit, MeasuredPart part, PageAddress address) {

        MeasureView measure() {
            return part.measure();
        }

        String url(String page) {
            return RowsBehindPages.url(address, page, measure());
        }
    }

    /** The page in finished texts; {@code remark} says how the rows make the number. */
    record Page(
            List<Choice> crumbs,
            String title,
            String lead,
            String remark,
            boolean equal,
            boolean ofHouseholds,
            boolean counts,
            List<Line> lines,
            Pages pages,
            List<Choice> exports) {}

    /** One row; without an address it lies elsewhere today. */
    record Line(
            @Nullable String url,
            String address,
            String village,
            String name,
            String birthYear,
            String day,
            String team,
            String amount) {}

    Asked asked(
            String code,
            @Nullable String unitCode,
            @Nullable String period,
            @Nullable String variant,
            @Nullable String structure,
            @Nullable String measure,
            CurrentUser user) {
        CardRead read = reads.asked(code, unitCode, period, variant, structure, user);
        UnitView unit = read.unit();
        if (unit == null || !behind.mayRead(unit, user)) {
            throw new OutOfScope("people", String.valueOf(unitCode));
        }
        IndicatorValue value = figures.values(FigureQuery.ofUnits(
                        List.of(unit.id()), List.of(read.choice()), List.of(read.period()), read.structure()))
                .get(0);
        MeasuredPart part = value.parts().stream()
                .filter(it -> RowsBehind.has(it.measure()))
                .filter(it -> measure == null || it.measure().code().equals(measure))
                .findFirst()
                .orElseThrow(() -> new NotFound("measure", String.valueOf(measure)));
        return new Asked(read, unit, part, CardReads.address(read, structure));
    }

    Page page(Asked asked, Paging paging, CurrentUser user, FigureWords words) {
        RowsBehind.Found found = behind.page(
                asked.unit(), asked.read().period(), asked.read().structure(), asked.measure(), user, paging);
        BigDecimal amount = Objects.requireNonNullElse(asked.part().amount(), BigDecimal.ZERO);
        boolean equal = amount.compareTo(BigDecimal.valueOf(found.rows().total())) == 0;
        boolean households = RowsBehind.ofHouseholds(asked.measure());
        MeasureView measure = asked.measure();
        return new Page(
                List.of(new Choice(
                        asked.address().url(),
                        words.english()
                                ? asked.read().definition().nameEn()
                                : asked.read().definition().nameVi())),
                words.text("behind.title", words.english() ? measure.nameEn() : measure.nameVi()),
                asked.unit().fullName() + " · " + words.period(asked.read().period()),
                remark(found, amount, words),
                equal,
                households,
                !equal,
                found.rows().items().stream().map(it -> line(it, words)).toList(),
                Pages.of(found.rows(), asked.url("people"), words.vn()),
                List.of(
                        new Choice(asked.url("people.xlsx"), words.text("card.export.xlsx")),
                        new Choice(asked.url("people.csv"), words.text("card.export.csv"))));
    }

    private static String remark(RowsBehind.Found found, BigDecimal amount, FigureWords words) {
        String rows = words.vn().number(found.rows().total());
        String whole = words.vn().number(amount);
        if (amount.compareTo(BigDecimal.valueOf(found.rows().total())) == 0) {
            return words.text("behind.equal", rows);
        }
        return found.sum().compareTo(amount) == 0
                ? words.text("behind.sum", rows, whole)
                : words.text("behind.less", rows, words.vn().number(found.sum()), whole);
    }

    private static Line line(RowBehind row, FigureWords words) {
        return new Line(
                row.household() == null ? null : "/households/" + row.household(),
                row.household() == null ? words.text("behind.gone") : row.address(),
                Objects.requireNonNullElse(row.village(), ""),
                Objects.requireNonNullElse(row.name(), ""),
                row.birthYear() == null ? "" : String.valueOf(row.birthYear()),
                words.vn().day(row.day()),
                Objects.requireNonNullElse(row.team(), ""),
                words.vn().number(row.amount()));
    }

    /** For the card: where the rows are, for whoever may read them. */
    List<Choice> links(UnitView unit, IndicatorValue value, PageAddress address, CurrentUser user, FigureWords words) {
        List<MeasuredPart> counted = counted(value);
        return counted.isEmpty() || !behind.mayRead(unit, user)
                ? List.of()
                : counted.stream()
                        .map(it -> new Choice(
                                url(address, "people", it.measure()),
                                words.text(
                                        "behind.link",
                                        words.english()
                                                ? it.measure().nameEn()
                                                : it.measure().nameVi(),
                                        words.vn().number(it.amount()))))
                        .toList();
    }

    /** Why others find no names behind a figure that was counted of people. */
    @Nullable
    String note(UnitView unit, IndicatorValue value, CurrentUser user, FigureWords words) {
        if (counted(value).isEmpty() || behind.mayRead(unit, user)) {
            return null;
        }
        boolean above = unit.level() != UnitLevel.COMMUNE && unit.level() != UnitLevel.VILLAGE;
        return words.text(above && user.scope().everything() ? "behind.above" : "behind.closed");
    }

    private static List<MeasuredPart> counted(IndicatorValue value) {
        return value.parts().stream()
                .filter(it -> RowsBehind.has(it.measure()))
                .filter(it -> it.amount() != null && it.amount().signum() > 0)
                .toList();
    }

    private static String url(PageAddress address, String page, MeasureView measure) {
        return UriComponentsBuilder.fromUriString(
                        address.at(address.path() + "/" + page).url())
                .queryParam("measure", measure.code())
                .build()
                .toUriString();
    }
}
