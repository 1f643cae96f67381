package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.reports.OrganisationWork;
import vn.tungnha.reports.OrganisationWork.Represented;
import vn.tungnha.reports.OrganisationWork.Responsible;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.chart.Bullet;
import vn.tungnha.teams.TeamCatalogue;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;

/** Results by the organisation responsible for the teams, and by those whose members went along. */
@Component
@RequiredArgsConstructor
class OrganisationCard {

    private static final String PAGE = "p";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final OrganisationWork work;
    private final TeamCatalogue catalogue;

    /** Organisations of a whole province on one page. */
    private static final int LINES = 20;

    /**
     * Both tables; no lines where nobody is known.
     *
     * @param pages null where all lines are shown
     */
    record Card(
            String title,
            List<Line> responsible,
            @Nullable Pages pages,
            List<MemberLine> members,
            String csv,
            String xlsx) {}

    /** One responsible organisation; the bar compares visits. */
    record Line(String name, String teams, String active, String visits, Bullet bar, String met, String activated) {}

    /** One organisation that members come from. */
    record MemberLine(String name, String members, String visits, String met) {}

    /** The rows behind the card, for files too. */
    record Read(List<Responsible> responsible, List<Represented> represented, Map<String, String> names) {

        String name(Represented row, Words words) {
            String code = row.organisation();
            return code == null ? words.say("organisation.none") : names.getOrDefault(code, code);
        }
    }

    Read read(List<TeamView> teams, BoardRequest request, LocalDate on, Words words) {
        LocalDate first = request.period().first();
        LocalDate last = request.period().last();
        return new Read(
                work.responsible(teams, first, last),
                work.represented(teams, first, last, on),
                catalogue.organisations(words.locale()).stream()
                        .collect(Collectors.toMap(Choice::value, Choice::text)));
    }

    /** Of a province: the responsible ones alone, as what members did is read from the log itself. */
    Read read(UnitView province, BoardRequest request, LocalDate structure, LocalDate on) {
        return new Read(
                work.responsibleUnder(
                        province.id(),
                        structure,
                        on,
                        request.period().first(),
                        request.period().last()),
                List.of(),
                Map.of());
    }

    @Nullable
    Card of(UnitView province, BoardRequest request, LocalDate structure, LocalDate on, Words words) {
        Read read = read(province, request, structure, on);
        if (read.responsible().isEmpty()) {
            return null;
        }
        Paging paging = new Paging(page(request.param(PAGE)), LINES);
        List<Responsible> shown = read.responsible().stream()
                .skip(paging.offset())
                .limit(paging.size())
                .toList();
        return card(
                read,
                shown,
                Pages.of(
                        PageOf.of(shown, paging, read.responsible().size()), request.url(Map.of(PAGE, "")), words.vn()),
                request,
                words);
    }

    private static int page(@Nullable String asked) {
        return asked == null || !asked.matches("\\d{1,4}") ? 0 : Integer.parseInt(asked);
    }

    @Nullable
    Card of(UnitView unit, List<TeamView> teams, BoardRequest request, LocalDate on, Words words) {
        if (teams.isEmpty()) {
            return null;
        }
        Read read = read(teams, request, on, words);
        return card(read, read.responsible(), null, request, words);
    }

    private static Card card(
            Read read, List<Responsible> shown, @Nullable Pages pages, BoardRequest request, Words words) {
        String file = request.url(
                request.ref().toString(), "/organisations", Map.of("teams", "", "pick", "", "mark", "", PAGE, ""));
        double most = read.responsible().stream()
                .mapToDouble(it -> it.done().visits().doubleValue())
                .max()
                .orElse(1);
        return new Card(
                words.say("organisation.title", words.period(request.period())),
                shown.stream().map(it -> line(it, Math.max(1, most), words)).toList(),
                pages,
                read.represented().stream()
                        .map(it -> new MemberLine(
                                read.name(it, words),
                                words.vn().number(it.members()),
                                words.vn().number(it.visits()),
                                words.vn().number(it.met())))
                        .toList(),
                WardBoard.format(file, "csv"),
                WardBoard.format(file, "xlsx"));
    }

    private static Line line(Responsible row, double most, Words words) {
        String name = row.name() == null ? words.say("organisation.unnamed") : row.name();
        BigDecimal visits = row.done().visits();
        return new Line(
                name,
                words.vn().number(row.teams()),
                words.vn().number(row.active()),
                words.vn().number(visits),
                Bullet.of(visits, null, most, "main", name + ": " + words.vn().number(visits)),
                visits.signum() == 0
                        ? words.vn().number((BigDecimal) null)
                        : words.vn()
                                .percent(row.done().met().multiply(HUNDRED).divide(visits, 4, RoundingMode.HALF_UP), 0),
                words.vn().number(row.done().activated()));
    }
}
