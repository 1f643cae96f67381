package vn.tungnha.allowances.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.allowances.AllowanceRule;
import vn.tungnha.allowances.AmountInWords;
import vn.tungnha.allowances.DayConfirmation;
import vn.tungnha.allowances.DayConfirmations;
import vn.tungnha.allowances.DoublePay;
import vn.tungnha.allowances.FrozenSheet;
import vn.tungnha.allowances.MonthSheet;
import vn.tungnha.allowances.PayLine;
import vn.tungnha.allowances.PayRow;
import vn.tungnha.allowances.PlannedDays;
import vn.tungnha.allowances.SheetTeam;
import vn.tungnha.allowances.TeamTotal;
import vn.tungnha.closing.ReportPlaces;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Stat;

/** Lays out a ward's sheet. */
@Component
@RequiredArgsConstructor
class SheetPages {

    private final Months months;
    private final ReportPlaces places;
    private final PlannedDays planned;
    private final DayConfirmations confirmations;

    /** @param people whether the reader may see who is paid */
    SheetPage page(MonthSheet sheet, boolean people, Paging paging, CurrentUser user, Words words) {
        String code = months.code(sheet.ward());
        String query = "unit=" + code + "&period=" + sheet.period().code();
        FrozenSheet frozen = sheet.frozen();
        List<TeamTotal> totals = TeamTotal.of(sheet);
        List<TeamTotal> shown =
                totals.stream().skip(paging.offset()).limit(paging.size()).toList();
        String here = query + (frozen != null && !sheet.asLocked() ? "&shown=now" : "");
        boolean writes = people && places.acts(sheet.ward(), user, Role.WARD_OFFICER, Role.WARD_LEADER);
        Map<Long, DayConfirmation> confirmed = confirmations.of(
                shown.stream().map(TeamTotal::team).toList(), sheet.period().code(), sheet.now());
        return new SheetPage(
                code,
                sheet.period().code(),
                words.say("title", words.month(sheet.period().named().last())),
                sheet.ward().fullName(),
                months.nav(sheet.period(), "/allowances?unit=" + code, words),
                here,
                state(sheet, words),
                frozen != null ? "good" : "near",
                frozen == null ? List.of() : shown(sheet, query, words),
                stats(sheet, totals, words),
                AmountInWords.dong(sheet.amount()),
                pending(sheet, words),
                frozen == null
                                && sheet.period().isOver(months.today())
                                && places.acts(sheet.ward(), user, Role.WARD_LEADER)
                        ? months.url("/reports", sheet.ward(), sheet.period())
                        : null,
                shown.stream()
                        .map(it -> team(it, confirmed.get(it.team()), sheet, people, words))
                        .toList(),
                cells(sum(totals), words),
                Pages.of(PageOf.of(shown, paging, totals.size()), "/allowances?" + here, words.vn()),
                people ? doubles(sheet, words) : List.of(),
                people ? plans(sheet, user, words) : List.of(),
                people ? changes(sheet, words) : List.of(),
                sheet.rules().stream().map(it -> rule(it, words)).distinct().toList(),
                people,
                writes);
    }

    private static String state(MonthSheet sheet, Words words) {
        FrozenSheet frozen = sheet.frozen();
        return frozen == null
                ? words.say("state.open")
                : words.say("state.locked", words.vn().moment(frozen.frozenAt()));
    }

    private static List<Segment> shown(MonthSheet sheet, String query, Words words) {
        return List.of(
                new Segment(words.say("shown.locked"), "/allowances?" + query, sheet.asLocked()),
                new Segment(words.say("shown.now"), "/allowances?" + query + "&shown=now", !sheet.asLocked()));
    }

    private static List<Stat> stats(MonthSheet sheet, List<TeamTotal> totals, Words words) {
        TeamTotal all = sum(totals);
        List<Stat> stats = new ArrayList<>(List.of(
                new Stat(words.vn().number(totals.size()), words.say("stat.teams"), null),
                new Stat(words.vn().number(all.days()), words.say("stat.days"), null),
                new Stat(words.money(all.ofTeam()), words.say("stat.of-teams"), null),
                new Stat(words.money(all.ofMembers()), words.say("stat.of-members"), null)));
        stats.add(new Stat(words.money(sheet.amount()), words.say("stat.total"), null));
        return stats;
    }

    private static @Nullable String pending(MonthSheet sheet, Words words) {
        if (sheet.frozen() == null || sheet.differences().isEmpty()) {
            return null;
        }
        long amount = sheet.differences().stream().mapToLong(PayLine::amount).sum();
        return words.say("pending", sheet.differences().size(), words.change(amount));
    }

    private SheetPage.Team team(
            TeamTotal total, @Nullable DayConfirmation confirmed, MonthSheet sheet, boolean people, Words words) {
        return new SheetPage.Team(
                total.name(),
                people
                        ? "/allowances/teams/" + total.team() + "?period="
                                + sheet.period().code()
                        : null,
                cells(total, words),
                confirmed == null
                        ? words.say("confirmed.not")
                        : words.say(confirmed.current() ? "confirmed" : "confirmed.changed"),
                confirmed == null ? "none" : confirmed.current() ? "good" : "near");
    }

    private static List<String> cells(TeamTotal total, Words words) {
        return List.of(
                words.vn().number(total.members()),
                words.vn().number(total.days()),
                words.vn().number(total.ofTeam()),
                words.vn().number(total.ofMembers()),
                total.difference() == 0 ? "" : words.vn().signed(total.difference(), 0),
                words.vn().number(total.amount()));
    }

    private static TeamTotal sum(List<TeamTotal> totals) {
        return new TeamTotal(
                0,
                "",
                totals.stream().mapToInt(TeamTotal::members).sum(),
                totals.stream().mapToInt(TeamTotal::days).sum(),
                totals.stream().mapToLong(TeamTotal::ofTeam).sum(),
                totals.stream().mapToLong(TeamTotal::ofMembers).sum(),
                totals.stream().mapToLong(TeamTotal::difference).sum());
    }

    private static List<SheetPage.Double> doubles(MonthSheet sheet, Words words) {
        Map<Long, SheetTeam> teams = sheet.now().teams().stream()
                .collect(Collectors.toMap(SheetTeam::id, Function.identity(), (one, same) -> one));
        return sheet.now().doubles().stream()
                .map(it -> new SheetPage.Double(
                        it.seat().team(),
                        it.seat().id(),
                        words.vn().day(it.day()),
                        it.seat().name(),
                        name(teams.get(it.seat().team())),
                        it.programme(),
                        others(it, teams, words),
                        words.say("double." + it.verdict()),
                        it.verdict() == DoublePay.Verdict.OPEN ? "bad" : "good",
                        "/allowances/teams/" + it.seat().team() + "/day?member="
                                + it.seat().id() + "&day=" + it.day(),
                        it.verdict() == DoublePay.Verdict.OPEN))
                .toList();
    }

    /** What lies outside the ward is told without a name. */
    static String others(DoublePay twice, Map<Long, SheetTeam> teams, Words words) {
        return twice.others().stream()
                .map(it -> {
                    SheetTeam team = teams.get(it.team());
                    if (team == null) {
                        return words.say(it.paid() ? "double.paid-elsewhere" : "double.elsewhere");
                    }
                    return words.say(it.paid() ? "double.paid-in" : "double.in", team.name(), it.programme());
                })
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private List<SheetPage.Plan> plans(MonthSheet sheet, CurrentUser user, Words words) {
        return planned
                .of(sheet.ward().id(), sheet.period().first(), sheet.period().last(), user)
                .stream()
                .map(it -> new SheetPage.Plan(
                        it.id(),
                        words.vn().weekdayAndDay(it.day()),
                        it.document() == null ? it.title() : it.title() + " (" + it.document() + ")"))
                .toList();
    }

    private static List<SheetPage.Change> changes(MonthSheet sheet, Words words) {
        List<PayLine> shown = sheet.asLocked() || sheet.frozen() == null
                ? sheet.lines().stream().filter(PayLine::isDifference).toList()
                : sheet.differences();
        return PayRow.of(shown, sheet.rules()).stream()
                .map(it -> new SheetPage.Change(
                        it.member() == null ? it.teamName() : it.name() + ", " + it.teamName(),
                        words.month(Period.parse(it.period()).orElseThrow().last()),
                        it.reason() == null ? "" : it.reason(),
                        words.change(it.amount())))
                .toList();
    }

    static String rule(AllowanceRule rule, Words words) {
        return words.say(
                "rule.line." + rule.basis(),
                rule.name(),
                words.money(rule.amount()),
                rule.legalBasis(),
                rule.funding());
    }

    private static String name(@Nullable SheetTeam team) {
        return team == null ? "" : team.name();
    }
}
