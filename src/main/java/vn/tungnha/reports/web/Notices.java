package vn.tungnha.reports.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Concern;
import vn.tungnha.indicators.ConcernWords;
import vn.tungnha.indicators.Standing;
import vn.tungnha.indicators.Standings;
import vn.tungnha.indicators.TargetPlace;
import vn.tungnha.reports.WardWork;
import vn.tungnha.reports.WardWork.Leader;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.teams.TeamView;
import vn.tungnha.units.UnitView;

/** "Cần chú ý": what somebody should do something about, in words, from the figures and the log. */
@Component
@RequiredArgsConstructor
class Notices {

    private static final int SILENT_DAYS = 14;
    private static final int SILENT_SHOWN = 3;
    private static final int BEHIND_SHOWN = 2;

    private final WardWork work;
    private final Standings standings;
    private final ConcernWords concerns;
    private final ReportNotices reports;
    private final DoubleNotices doubles;

    /** @param icon with {@code level} for its colour */
    record Notice(
            String icon,
            String level,
            String title,
            String text,
            @Nullable String url,
            @Nullable String link) {}

    private record Judged(Standing standing, Reading reading) {}

    List<Notice> of(
            UnitView unit,
            BoardRequest request,
            TileBoard.Tiles tiles,
            List<TeamView> teams,
            LocalDate day,
            CurrentUser user,
            Words words) {
        List<Notice> notices = new ArrayList<>(reports.of(unit, request, user, words));
        notices.addAll(behind(unit, request, tiles, words));
        List<Long> ids = teams.stream().map(TeamView::id).toList();
        if (!ids.isEmpty()) {
            notices.addAll(silent(teams, ids, request, day, words));
            if (!day.isBefore(request.today())) {
                notices.addAll(waiting(unit, ids, request, words));
            }
        }
        notices.addAll(doubles.of(unit, request, user, words));
        missing(unit, request, words).forEach(notices::add);
        return notices;
    }

    /** The farthest behind its pace first. */
    private List<Notice> behind(UnitView unit, BoardRequest request, TileBoard.Tiles tiles, Words words) {
        List<Standing> found = standings.of(
                List.of(TargetPlace.of(unit)),
                tiles.choices(),
                AreaAttention.judged(request.period()),
                request.structure());
        return IntStream.range(0, found.size())
                .mapToObj(i -> new Judged(found.get(i), tiles.readings().get(i)))
                .filter(it -> it.standing().concerns().stream()
                        .findFirst()
                        .filter(first -> first.sort() == Concern.Sort.BEHIND)
                        .isPresent())
                .sorted(Comparator.comparing(Judged::standing, Standing.BY_CONCERN))
                .limit(BEHIND_SHOWN)
                .map(it -> new Notice(
                        "alert-triangle",
                        "bad",
                        words.say(
                                "notice.pace", words.brief(it.standing().value().definition())),
                        words.held(
                                it.standing(),
                                request.period(),
                                String.valueOf(concerns.first(it.standing(), words.locale()))),
                        TileBoard.cardUrl(it.reading(), unit, request),
                        words.say("notice.behind.link")))
                .toList();
    }

    private List<Notice> silent(
            List<TeamView> teams, List<Long> ids, BoardRequest request, LocalDate day, Words words) {
        Map<Long, LocalDate> logs = work.lastLogs(ids, day);
        List<TeamView> silent = teams.stream()
                .filter(team -> !team.establishedOn().isAfter(day.minusDays(SILENT_DAYS)))
                .filter(team -> days(logs.get(team.id()), day) > SILENT_DAYS)
                .sorted(Comparator.comparingLong((TeamView team) -> days(logs.get(team.id()), day))
                        .reversed())
                .toList();
        List<TeamView> shown = silent.subList(0, Math.min(SILENT_SHOWN, silent.size()));
        Map<Long, Leader> leaders = shown.isEmpty()
                ? Map.of()
                : work.leaders(shown.stream().map(TeamView::id).toList(), request.today());
        List<Notice> notices = new ArrayList<>();
        for (TeamView team : shown) {
            LocalDate last = logs.get(team.id());
            Leader leader = leaders.get(team.id());
            Leader reachable = leader != null && leader.phone() != null ? leader : null;
            notices.add(new Notice(
                    "alert-triangle",
                    "bad",
                    last == null
                            ? words.say("notice.silent.never", team.name())
                            : words.say("notice.silent", team.name(), String.valueOf(days(last, day))),
                    last == null
                            ? words.say("notice.silent.none")
                            : words.say("notice.silent.last", words.vn().day(last)),
                    reachable != null ? "tel:" + dialled(reachable.phone()) : "/teams/" + team.id(),
                    reachable != null
                            ? words.say("notice.silent.call", reachable.name())
                            : words.say("notice.silent.open")));
        }
        if (silent.size() > shown.size()) {
            notices.add(new Notice(
                    "users",
                    "near",
                    words.say("notice.silent.more", words.vn().number(silent.size() - shown.size())),
                    words.say("notice.silent.more.text", String.valueOf(SILENT_DAYS)),
                    "/teams?activity=STOPPED",
                    words.say("notice.silent.more.link")));
        }
        return notices;
    }

    private List<Notice> waiting(UnitView unit, List<Long> ids, BoardRequest request, Words words) {
        WardWork.Waiting waiting = work.waiting(ids, request.today());
        List<Notice> notices = new ArrayList<>();
        if (waiting.attention() > 0) {
            notices.add(new Notice(
                    "clock",
                    "near",
                    words.say("notice.attention", words.vn().number(waiting.attention())),
                    words.say("notice.attention.text", words.vn().day(waiting.oldestAttention())),
                    "/visits?show=ATTENTION",
                    words.say("notice.attention.link")));
        }
        if (waiting.overdue() > 0) {
            notices.add(new Notice(
                    "calendar-repeat",
                    "near",
                    words.say("notice.overdue", words.vn().number(waiting.overdue())),
                    words.say("notice.overdue.text", words.vn().day(waiting.oldestOverdue())),
                    "/visits?show=OVERDUE",
                    words.say("notice.overdue.link")));
        }
        return notices;
    }

    /** A month is asked for once it is over. */
    private List<Notice> missing(UnitView unit, BoardRequest request, Words words) {
        if (request.period().grain() != Grain.MONTH
                || !request.period().last().isBefore(request.today())
                || unit.validTo().isBefore(request.today())) {
            return List.of();
        }
        List<String> names = work.missing(
                unit.id(), request.period().code(), request.period().first(), words.english());
        if (names.isEmpty()) {
            return List.of();
        }
        String first = String.join(", ", names.subList(0, Math.min(2, names.size())));
        return List.of(new Notice(
                "file-text",
                "info",
                words.say("notice.missing", words.vn().number(names.size()), words.period(request.period())),
                names.size() > 2 ? words.say("notice.missing.text", first) : first,
                "/indicators/reported?unit=" + unit.code() + "&period="
                        + request.period().code(),
                words.say("notice.missing.link")));
    }

    private static String dialled(@Nullable String phone) {
        return phone == null ? "" : phone.replaceAll("[^0-9+]", "");
    }

    private static long days(@Nullable LocalDate last, LocalDate day) {
        return last == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(last, day);
    }
}
