package vn.tungnha.reports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.PeopleRead;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.identity.login.TokenGrant;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.reports.ExportKind;
import vn.tungnha.reports.Exports;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Tables out: the same kinds that come in, and values of indicators. */
@RestController
@RequestMapping("/api/v1/exports")
@Opens({TokenScope.FIGURES, TokenScope.PEOPLE})
@RequiredArgsConstructor
class ExportsApi {

    private static final List<String> VALUE_COLUMNS = List.of(
            "unit",
            "unitName",
            "indicator",
            "variant",
            "period",
            "structure",
            "numerator",
            "denominator",
            "value",
            "qualifier",
            "target",
            "previous",
            "sameLastYear",
            "source",
            "coverage",
            "exact",
            "asOf",
            "targetSource",
            "figures",
            "periodName");

    private final Exports exports;
    private final PeopleRead reading;
    private final BoardPlace place;
    private final Units units;
    private final ScopeGuard guard;
    private final Figures figures;
    private final Definitions definitions;
    private final Clock clock;

    @GetMapping("/{kind}.{format:csv|xlsx}")
    @Allowed
    void export(
            @PathVariable String kind,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> params,
            CurrentUser user,
            HttpServletResponse response)
            throws IOException {
        if (kind.equals("indicator-values")) {
            TokenGrant.require(TokenScope.FIGURES);
            values(format, params, user, response);
            return;
        }
        ExportKind table = ExportKind.of(kind).orElseThrow(() -> new NotFound("export", kind));
        TokenGrant.require(table.data() == Data.PEOPLE ? TokenScope.PEOPLE : TokenScope.FIGURES);
        Long unit = unit(params.getFirst("unit"), table, user);
        if (table.data() == Data.PEOPLE) {
            reading.tell(user, "/api/v1/exports/" + kind + "." + format);
        }
        try (TableWriter out = open(kind, format, response)) {
            exports.write(table, unit, user, out);
        }
    }

    static TableWriter open(String name, String format, HttpServletResponse response) throws IOException {
        return TableAnswer.open(name, format, response);
    }

    private @Nullable Long unit(@Nullable String code, ExportKind table, CurrentUser user) {
        if (code == null || code.isBlank()) {
            return null;
        }
        UnitRef ref = UnitRef.parse(code);
        long id = units.require(ref.code(), ref.dayOr(Days.today(clock))).id();
        guard.require(user.scope(), table.data(), id);
        return id;
    }

    private void values(
            String format, MultiValueMap<String, String> params, CurrentUser user, HttpServletResponse response)
            throws IOException {
        LocalDate today = Days.today(clock);
        String code = params.getFirst("unit");
        if (code == null || code.isBlank()) {
            throw RuleBroken.at("unit", "reports.error.unit");
        }
        BoardRequest request = place.request(code, params);
        UnitView unit = place.require(request, user);
        boolean children = "true".equals(params.getFirst("children"));
        List<UnitView> shown = children ? units.children(unit.id(), place.structureDay(unit, request)) : List.of(unit);
        List<String> asked = params.getOrDefault("indicator", List.of());
        List<IndicatorChoice> choices = asked.isEmpty()
                ? definitions.list(request.period().last()).stream()
                        .map(it -> IndicatorChoice.of(it.code()))
                        .toList()
                : asked.stream()
                        .map(it -> definitions.canonical(it, request.param("variant")))
                        .toList();
        List<IndicatorValue> found = figures.values(FigureQuery.ofUnits(
                shown.stream().map(UnitView::id).toList(), choices, List.of(request.period()), request.structure()));
        try (TableWriter out = open("indicator-values", format, response)) {
            out.heading(VALUE_COLUMNS);
            for (IndicatorValue value : found) {
                UnitView at = shown.stream()
                        .filter(it -> it.id() == value.place())
                        .findFirst()
                        .orElseThrow();
                out.row(cells(value, at, request.structure()));
            }
        }
    }

    private static List<@Nullable Object> cells(IndicatorValue value, UnitView at, Structure structure) {
        return new ArrayList<>(Arrays.asList(
                at.code(),
                at.fullName(),
                value.indicator(),
                value.variant().code(),
                value.period().code(),
                structure.label(),
                value.numerator(),
                value.denominator(),
                value.value(),
                value.qualifier(),
                value.target(),
                value.previous(),
                value.sameLastYear(),
                value.source() == null ? null : value.source().name(),
                value.coverage() == null
                        ? null
                        : "%d/%d"
                                .formatted(
                                        value.coverage().units(),
                                        value.coverage().of()),
                value.exact() ? "EXACT" : "ESTIMATE",
                value.asOf(),
                value.targetSource(),
                value.locked() ? "LOCKED" : "NOW",
                value.period().named().code()));
    }
}
