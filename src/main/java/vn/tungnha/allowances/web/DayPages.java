package vn.tungnha.allowances.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.allowances.DoublePay;
import vn.tungnha.allowances.Duty;
import vn.tungnha.allowances.DutySource;
import vn.tungnha.allowances.Mark;
import vn.tungnha.allowances.PayLine;
import vn.tungnha.allowances.Reckoned;
import vn.tungnha.allowances.Seat;
import vn.tungnha.allowances.SheetTeam;
import vn.tungnha.allowances.WorkedDay;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.NotFound;

/** Lays out one member's day. */
@Component
@RequiredArgsConstructor
class DayPages {

    private final List<DutySource> sources;

    /** The kinds of duty there are, and what they are called. */
    List<Choice> kinds(Words words) {
        return sources.stream().flatMap(it -> it.kinds(words.locale()).stream()).toList();
    }

    DayPage page(Reckoned now, UUID member, LocalDate day, String sheetUrl, boolean writes, Words words) {
        Seat seat = now.seats().stream()
                .filter(it -> it.id().equals(member))
                .findFirst()
                .orElseThrow(() -> new NotFound("member", member));
        WorkedDay worked = now.days().stream()
                .filter(it -> it.seat().id().equals(member) && it.day().equals(day))
                .findFirst()
                .orElse(new WorkedDay(seat, day, List.of(), List.of(), null, List.of()));
        List<DoublePay> doubles = now.doubles().stream()
                .filter(it -> it.seat().id().equals(member) && it.day().equals(day))
                .toList();
        List<PayLine> paid = now.lines().stream()
                .filter(it -> member.equals(it.member()) && it.on().contains(day))
                .toList();
        Map<String, String> kinds =
                kinds(words).stream().collect(Collectors.toMap(Choice::value, Choice::text, (one, same) -> one));
        Map<Long, SheetTeam> teams = now.teams().stream().collect(Collectors.toMap(SheetTeam::id, Function.identity()));
        SheetTeam team = teams.get(seat.team());
        return new DayPage(
                seat.team(),
                member,
                day.toString(),
                words.say("day.title", seat.name(), words.vn().day(day)),
                words.vn().weekdayAndDay(day) + " · " + (team == null ? "" : team.name()),
                sheetUrl,
                outcome(worked, paid, doubles, words),
                paid.isEmpty() ? doubles.isEmpty() ? "none" : "bad" : "good",
                worked.plan(),
                done(worked, kinds, words),
                worked.marks().stream()
                        .sorted(Comparator.comparing(Mark::at).reversed())
                        .map(it -> said(it, kinds, words))
                        .toList(),
                doubles.stream()
                        .map(it -> new DayPage.Twice(
                                it.programme(),
                                SheetPages.others(it, teams, words),
                                words.say("double." + it.verdict()),
                                it.verdict() == DoublePay.Verdict.OPEN))
                        .toList(),
                worked.struck(),
                writes);
    }

    private static String outcome(WorkedDay worked, List<PayLine> paid, List<DoublePay> doubles, Words words) {
        if (!paid.isEmpty()) {
            long rate = paid.stream().mapToLong(PayLine::rate).sum();
            return words.say("outcome.paid", words.money(rate));
        }
        if (worked.struck()) {
            return words.say("outcome.struck");
        }
        if (!doubles.isEmpty()) {
            return words.say("outcome.held");
        }
        if (!worked.worked()) {
            return words.say("outcome.none");
        }
        boolean planned = worked.plan() != null
                || worked.duties().stream().anyMatch(Duty::planned)
                || worked.marks().stream().anyMatch(it -> it.holds() && it.planned());
        return words.say(planned ? "outcome.no-rule" : "outcome.unplanned");
    }

    private List<DayPage.Done> done(WorkedDay worked, Map<String, String> kinds, Words words) {
        List<DayPage.Done> done = new ArrayList<>();
        Map<String, DutySource> byKind = byKind(words);
        for (Duty duty : worked.duties()) {
            done.add(new DayPage.Done(
                    kinds.getOrDefault(duty.kind(), words.say("kind.other")),
                    duty.name(),
                    duty.planned(),
                    address(duty, byKind)));
        }
        return done;
    }

    /** Each source knows the way to its own kinds only. */
    private Map<String, DutySource> byKind(Words words) {
        Map<String, DutySource> byKind = new HashMap<>();
        sources.forEach(source -> source.kinds(words.locale()).forEach(kind -> byKind.put(kind.value(), source)));
        return byKind;
    }

    private static @Nullable String address(Duty duty, Map<String, DutySource> byKind) {
        DutySource source = byKind.get(duty.kind());
        return source == null ? null : source.address(duty).orElse(null);
    }

    private static DayPage.Said said(Mark mark, Map<String, String> kinds, Words words) {
        String what = words.say(
                "mark." + mark.kind(),
                mark.duty() == null ? "" : kinds.getOrDefault(mark.duty(), mark.duty()),
                mark.programme() == null ? "" : mark.programme());
        String by = words.say(
                "mark.by", mark.by() == null ? "" : mark.by(), words.vn().moment(mark.at()));
        String ended = mark.endedAt() == null
                ? ""
                : " · "
                        + words.say(
                                "mark.ended",
                                mark.endedBy() == null ? "" : mark.endedBy(),
                                words.vn().moment(mark.endedAt()));
        return new DayPage.Said(mark.id(), what, mark.reason(), by + ended, mark.holds());
    }
}
