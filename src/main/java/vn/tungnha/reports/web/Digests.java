package vn.tungnha.reports.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.notices.Notice;
import vn.tungnha.notices.NoticeBox;
import vn.tungnha.reports.RecentChanges.Activated;
import vn.tungnha.reports.WeekWork;
import vn.tungnha.reports.WeekWork.Part;
import vn.tungnha.reports.Work;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;

/** Writes the digest of a week: what was done, by whom, and what is open. */
@Component
class Digests {

    private static final int NAMED = 5;
    private static final int BUSIEST = 3;
    private static final int MOST_OPEN = 6;

    private final WeekWork work;
    private final NewAccounts accounts;
    private final NoticeBox inbox;

    private final boolean demonstration;

    Digests(WeekWork work, NewAccounts accounts, NoticeBox inbox, Environment environment) {
        this.work = work;
        this.accounts = accounts;
        this.inbox = inbox;
        this.demonstration = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** The days of a week that have been, and how it is called. */
    record Week(LocalDate monday, LocalDate last) {

        static Week of(LocalDate monday, LocalDate today) {
            LocalDate sunday = monday.plusDays(6);
            return new Week(monday, sunday.isAfter(today) ? today : sunday);
        }

        /** The same number of days a week earlier: Wednesday is held against Wednesday. */
        Week before() {
            return new Week(monday.minusWeeks(1), last.minusWeeks(1));
        }

        boolean isWhole() {
            return last.equals(monday.plusDays(6));
        }
    }

    Digest ofUnit(UnitView unit, Week week, boolean present, CurrentUser user, Words words) {
        Week before = week.before();
        List<String> parts = unit.level() == UnitLevel.COMMUNE
                ? parts("teams", work.teams(unit.id(), week.monday(), week.last()), words)
                : unit.level() == UnitLevel.VILLAGE
                        ? List.of()
                        : parts("communes", work.communes(unit.id(), week.monday(), week.last()), words);
        return digest(
                unit.fullName(),
                week,
                work.ofUnit(unit.id(), week.monday(), week.last()),
                work.ofUnit(unit.id(), before.monday(), before.last()),
                parts,
                present ? todo(user, words) : List.of(),
                words);
    }

    Digest ofTeam(long team, String name, Week week, boolean present, CurrentUser user, Words words) {
        Week before = week.before();
        return digest(
                name,
                week,
                work.ofTeam(team, week.monday(), week.last()),
                work.ofTeam(team, before.monday(), before.last()),
                List.of(),
                present ? todo(user, words) : List.of(),
                words);
    }

    private Digest digest(
            String place, Week week, Work now, Work before, List<String> parts, List<String> todo, Words words) {
        String days = words.say(
                "digest.days",
                words.vn().day(week.monday()).substring(0, 5),
                words.vn().day(week.monday().plusDays(6)));
        List<Digest.Line> lines = new ArrayList<>();
        lines.add(line(
                "list-check",
                now.visits(),
                "changes.visits",
                words.say("changes.met", words.vn().number(now.met())),
                against(week, before.visits(), words),
                words));
        lines.add(line(
                "home",
                now.households(),
                "changes.households",
                null,
                against(week, before.households(), words),
                words));
        lines.add(line(
                "shield-check",
                sum(now),
                "changes.activated",
                accounts.named(now.activated(), words),
                against(week, sum(before), words),
                words));
        return new Digest(
                place,
                words.say(week.isWhole() ? "digest.title" : "digest.title-so-far", days),
                days,
                lines,
                parts,
                todo,
                words.say("digest.todo"),
                words.say(demonstration ? "digest.from-demo" : "digest.from"));
    }

    private static Digest.Line line(
            String icon, BigDecimal now, String key, @Nullable String detail, String change, Words words) {
        return new Digest.Line(icon, words.vn().number(now), words.say(key), now.signum() == 0 ? null : detail, change);
    }

    private static String against(Week week, BigDecimal before, Words words) {
        return words.say(
                week.isWhole() ? "digest.before" : "digest.before-so-far",
                words.vn().number(before));
    }

    private List<String> parts(String sort, List<Part> parts, Words words) {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<Part> active = parts.stream().filter(part -> !part.silent()).toList();
        List<Part> silent = parts.stream().filter(Part::silent).toList();
        List<String> said = new ArrayList<>();
        said.add(words.say(
                "digest." + sort + ".active",
                words.vn().number(active.size()),
                words.vn().number(parts.size())));
        if (active.size() > 1) {
            said.add(words.say(
                    "digest.busiest",
                    active.stream()
                            .limit(BUSIEST)
                            .map(part -> part.name() + " (" + words.vn().number(part.visits()) + ")")
                            .collect(Collectors.joining(", "))));
        }
        if (!silent.isEmpty() && !active.isEmpty()) {
            String names = silent.stream().limit(NAMED).map(Part::name).collect(Collectors.joining(", "));
            int more = silent.size() - NAMED;
            said.add(words.say(
                    "digest.silent",
                    more > 0
                            ? words.say(
                                    "digest." + sort + ".more",
                                    names,
                                    words.vn().number(more))
                            : names));
        }
        return said;
    }

    /** What presses in the reader's inbox, whether it was read or not. */
    private List<String> todo(CurrentUser user, Words words) {
        return inbox.of(user, words.locale()).stream()
                .map(NoticeBox.Told::notice)
                .filter(notice -> notice.level().equals("bad") || notice.level().equals("near"))
                .limit(MOST_OPEN)
                .map(Digests::said)
                .toList();
    }

    private static String said(Notice notice) {
        return notice.text() == null ? notice.title() : notice.title() + ". " + notice.text();
    }

    private static BigDecimal sum(Work work) {
        return work.activated().stream().map(Activated::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
