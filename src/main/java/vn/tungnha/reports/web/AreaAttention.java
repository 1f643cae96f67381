package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.indicators.ConcernWords;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.Standings;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.reports.web.AreaPage.Attention;
import vn.tungnha.reports.web.AreaPage.Worry;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.units.UnitView;

/** "Cần quan tâm": the parts that are behind, silent, falling or without a target, with the reason in words. */
@Component
@RequiredArgsConstructor
class AreaAttention {

    private static final int SHOWN = 6;

    private final Standings standings;
    private final ConcernWords concerns;

    Attention of(AreaBoard.Compared compared, BoardRequest request, Words words) {
        Period period = judged(request.period());
        Map<Long, UnitView> parts =
                compared.parts().units().stream().collect(Collectors.toMap(UnitView::id, part -> part, (a, b) -> a));
        List<Worry> worries = standings
                .of(
                        parts.values().stream().map(TargetPlace::of).toList(),
                        List.of(compared.choice()),
                        period,
                        request.structure())
                .stream()
                .filter(it -> !it.concerns().isEmpty())
                .sorted(Standing.BY_CONCERN)
                .limit(SHOWN)
                .map(it -> worry(it, Objects.requireNonNull(parts.get(it.place().id())), request, words))
                .toList();
        return new Attention(worries, targets(compared.choice(), period, request));
    }

    private Worry worry(Standing standing, UnitView part, BoardRequest request, Words words) {
        return new Worry(
                part.name(),
                AreaBoard.partUrl(part, request),
                standing.level().equals("bad") || standing.level().equals("none") ? standing.level() : "near",
                standing.concerns().stream()
                        .map(it -> words.held(standing, request.period(), concerns.text(standing, it, words.locale())))
                        .toList());
    }

    private static String targets(IndicatorChoice choice, Period period, BoardRequest request) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/targets")
                .queryParam("unit", request.ref())
                .queryParam("indicator", choice.code())
                .queryParam("period", period.code())
                .queryParam("show", "attention")
                .queryParam("sort", "gap");
        LocalDate pinned = request.structure().pinned();
        if (pinned != null) {
            url.queryParam("structure", pinned);
        }
        if (choice.variant() != null) {
            url.queryParam("variant", choice.variant());
        }
        return url.encode().build().toUriString();
    }

    /** A run of days has no targets of its own: the year it ends in stands for it. */
    static Period judged(Period period) {
        return period.grain() == Grain.CUMULATIVE ? Period.of(Grain.YEAR, period.last()) : period;
    }
}
