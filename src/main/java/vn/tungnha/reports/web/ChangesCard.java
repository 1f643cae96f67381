package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.reports.RecentChanges;
import vn.tungnha.reports.RecentChanges.Changes;
import vn.tungnha.reports.RecentChanges.Sort;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.Period.Grain;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** "Có gì mới": what came in since the reader last looked, each line with the place where it can be looked at. */
@Component
@RequiredArgsConstructor
class ChangesCard {

    private final RecentChanges changes;
    private final NewAccounts accounts;

    /** What is new; no lines where nothing is. */
    record Card(String title, List<Line> lines, String xlsx) {}

    /** @param url null where the reader has no page for it */
    record Line(
            String icon,
            String figure,
            String text,
            @Nullable String detail,
            @Nullable String url) {}

    /** Nothing for a unit that has ended: nothing new happens to it. */
    @Nullable
    Card of(UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        LocalDate today = request.today();
        LocalDate since = changes.lastDay(user.accountId(), today);
        if (unit.validTo().isBefore(today)) {
            return null;
        }
        Changes found = changes.since(unit.id(), since, today);
        String day = words.vn().day(since);
        String title = since.equals(today.minusDays(1))
                ? words.say("changes.yesterday", day)
                : words.say("changes.since", day);
        List<Line> lines = new ArrayList<>();
        work(found, unit, request, user, words).forEach(lines::add);
        for (Sort sort : Sort.values()) {
            Integer amount = found.told().get(sort);
            if (amount != null) {
                lines.add(new Line(
                        icon(sort),
                        words.vn().number(amount),
                        words.say("changes." + sort.name().toLowerCase(Locale.ROOT)),
                        null,
                        url(sort, unit, user)));
            }
        }
        return new Card(
                title, lines, WardBoard.format(request.url(request.ref().toString(), "/news", Map.of()), "xlsx"));
    }

    private List<Line> work(Changes found, UnitView unit, BoardRequest request, CurrentUser user, Words words) {
        String field = "/dashboard/" + unit.code() + BoardTabs.MATRIX + "?group=FIELD&period="
                + Period.of(Grain.MONTH, request.today()).code();
        boolean people = unit.level() == UnitLevel.COMMUNE && user.has(Role.WARD_OFFICER, Role.WARD_LEADER);
        List<Line> lines = new ArrayList<>();
        if (found.visits().signum() != 0) {
            lines.add(new Line(
                    "list-check",
                    words.vn().number(found.visits()),
                    words.say("changes.visits"),
                    words.say("changes.met", words.vn().number(found.met())),
                    people ? "/visits" : field));
        }
        if (found.households().signum() != 0) {
            lines.add(new Line(
                    "home", words.vn().number(found.households()), words.say("changes.households"), null, field));
        }
        BigDecimal activated = found.activated().stream()
                .map(RecentChanges.Activated::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        if (activated.signum() != 0) {
            lines.add(new Line(
                    "shield-check",
                    words.vn().number(activated),
                    words.say("changes.activated"),
                    accounts.named(found.activated(), words),
                    field));
        }
        return lines;
    }

    private static String icon(Sort sort) {
        return switch (sort) {
            case REPORTS -> "file-text";
            case VALUES -> "pencil";
            case TARGETS -> "target-arrow";
            case TEAMS -> "users";
            case UNITS -> "building-community";
            case LOCKS -> "lock";
        };
    }

    private static @Nullable String url(Sort sort, UnitView unit, CurrentUser user) {
        boolean office = user.has(
                Role.ADMIN,
                Role.PROVINCE_OFFICER,
                Role.DISTRICT_OFFICER,
                Role.WARD_OFFICER,
                Role.WARD_LEADER,
                Role.LEADERSHIP_VIEWER);
        boolean enters = office && !user.roles().equals(Set.of(Role.LEADERSHIP_VIEWER));
        return switch (sort) {
            case REPORTS, LOCKS -> office ? "/reports?unit=" + unit.code() : null;
            case VALUES -> enters ? "/indicators/reported?unit=" + unit.code() : "/indicators";
            case TARGETS -> office ? "/targets?unit=" + unit.code() : null;
            case TEAMS -> "/teams?unit=" + unit.code();
            case UNITS -> "/units/" + unit.code();
        };
    }
}
