package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.DistinctPairs;
import vn.tungnha.households.DoubleCounts;
import vn.tungnha.households.Doubles;
import vn.tungnha.households.Presences;
import vn.tungnha.households.likeness.Likeness;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.ChoiceGroup;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Pages;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.Units;

/** The list of pairs as it is read. */
@Component
@RequiredArgsConstructor
class DoublesListing {

    private static final int SIZE = 25;

    private final Doubles doubles;
    private final DistinctPairs decided;
    private final Presences presences;
    private final HouseholdVillages villages;
    private final HouseholdWords words;
    private final PairLines lines;
    private final DoubleCounts counts;
    private final Units units;
    private final Clock clock;

    Page page(Filter filter, CurrentUser user, Locale locale) {
        Vn vn = Vn.in(locale);
        String code = filter.village();
        Long village =
                code == null ? null : units.require(code, Days.today(clock)).id();
        List<PairLines.Line> found =
                switch (filter.show()) {
                    case "houses" ->
                        doubles.houses(village, user).stream()
                                .map(pair -> lines.line(pair, locale))
                                .toList();
                    case "done", "questions" -> List.of();
                    default -> people(filter, village, user, locale);
                };
        List<Done> done = filter.show().equals("done")
                ? decided.lately(user).stream()
                        .map(line -> done(line, vn, locale))
                        .toList()
                : List.of();
        List<Asked> questions = filter.show().equals("questions")
                ? presences.waiting(user).stream()
                        .map(one -> new Asked(
                                one.id().toString(),
                                words.say(
                                        locale,
                                        "doubles.question",
                                        DoubleWords.text(one.ward()),
                                        DoubleWords.text(one.name()),
                                        DoubleWords.text(one.birthYear()),
                                        one.address()),
                                vn.moment(one.at()),
                                "/households/" + one.household()))
                        .toList()
                : List.of();
        Paging paging = new Paging(filter.p(), SIZE);
        int from = (int) Math.min(paging.offset(), found.size());
        PageOf<PairLines.Line> shown =
                PageOf.of(found.subList(from, Math.min(from + SIZE, found.size())), paging, found.size());
        return new Page(
                filter.show(),
                filter.weak(),
                code,
                tabs(filter, locale),
                shown.items(),
                done,
                questions,
                Days.today(clock),
                List.of(new Choice("", words.say(locale, "doubles.villages.all"))),
                villages.choices(user, each -> true, each -> each.code()),
                Pages.of(shown, address(filter), vn),
                words.say(locale, "doubles.count", vn.number(found.size())));
    }

    private List<PairLines.Line> people(Filter filter, @Nullable Long village, CurrentUser user, Locale locale) {
        List<Doubles.People> pairs =
                doubles.people(village, filter.weak() ? Likeness.Strength.WEAK : Likeness.Strength.LIKELY, user);
        if (village == null && !filter.weak()) {
            counts.note(pairs.size(), user);
        }
        return pairs.stream().map(pair -> lines.line(pair, locale)).toList();
    }

    private Done done(DistinctPairs.Line line, Vn vn, Locale locale) {
        String what = words.say(
                locale,
                line.merge() ? "doubles.was-merged" : "doubles.was-distinct",
                DoubleWords.text(line.first()),
                DoubleWords.text(line.second()));
        String why = line.why();
        return new Done(
                what,
                words.say(locale, "doubles.by", DoubleWords.text(line.by()), vn.moment(line.at()))
                        + (why == null ? "" : " · " + why),
                line.undone() ? words.say(locale, line.merge() ? "doubles.parted" : "doubles.distinct.undone") : null,
                (line.merge() ? "/duplicates/merges/" : "/duplicates/distinct/")
                        + line.id()
                        + (line.merge() ? "/parting" : "/end"),
                words.say(locale, line.merge() ? "doubles.part" : "doubles.undo"));
    }

    private List<Segment> tabs(Filter filter, Locale locale) {
        return List.of("people", "houses", "questions", "done").stream()
                .map(show -> new Segment(
                        words.say(locale, "doubles.tab." + show),
                        address(new Filter(show, filter.village(), false, 0)),
                        show.equals(filter.show())))
                .toList();
    }

    private static String address(Filter filter) {
        String village = filter.village();
        return "/duplicates?show=" + filter.show() + (filter.weak() ? "&weak=true" : "")
                + (village == null ? "" : "&village=" + village);
    }

    record Filter(String show, @Nullable String village, boolean weak, int p) {}

    record Page(
            String show,
            boolean weak,
            @Nullable String village,
            List<Segment> tabs,
            List<PairLines.Line> lines,
            List<Done> done,
            List<Asked> questions,
            LocalDate today,
            List<Choice> first,
            List<ChoiceGroup> villages,
            Pages pages,
            String count) {}

    record Asked(String id, String what, String at, String url) {}

    record Done(String what, String by, @Nullable String undone, String action, String button) {}
}
