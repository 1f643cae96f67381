package vn.tungnha.papers.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.papers.Editable;
import vn.tungnha.papers.PaperDraft;
import vn.tungnha.papers.PaperForm;
import vn.tungnha.papers.PaperGrain;
import vn.tungnha.papers.PaperPeriod;
import vn.tungnha.papers.PaperPlace;
import vn.tungnha.papers.SentPaper;
import vn.tungnha.papers.SentPapers;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Segment;

/** Lays out a draft. */
@Component
@RequiredArgsConstructor
class PaperPages {

    private static final int SENT_SHOWN = 5;

    private final SentPapers sent;
    private final Clock clock;

    PaperPage page(PaperDraft draft, Words words) {
        LocalDate today = Days.today(clock);
        PaperPlace place = draft.place();
        PaperPeriod period = draft.period();
        PaperForm form = draft.form();
        PageOf<SentPaper> archive = sent.of(place, new Paging(0, SENT_SHOWN));
        return new PaperPage(
                words.name(form.nameVi(), form.nameEn()),
                place.name() + " · "
                        + words.say(
                                "days",
                                words.vn().day(draft.days().first()),
                                words.vn().day(draft.days().last())),
                address(place, period, form.code()),
                place.home().code(),
                place.team() == null ? null : place.team().id(),
                period.code(),
                form.code(),
                draft.forms().stream()
                        .map(it -> new Choice(it.code(), words.name(it.nameVi(), it.nameEn())))
                        .toList(),
                grains(place, period, today, words),
                words.period(period),
                "/reports/papers?" + address(place, period.previous(), form.code()),
                period.next().named().first().isAfter(today)
                        ? null
                        : "/reports/papers?" + address(place, period.next(), form.code()),
                words.say(draft.locked() ? "state.locked" : "state.living"),
                draft.locked() ? "good" : "near",
                draft.texts().at() == null
                        ? null
                        : words.say(
                                "saved-by",
                                words.vn().moment(draft.texts().at()),
                                draft.texts().by() == null ? "" : draft.texts().by()),
                draft.texts().version(),
                draft.paper(),
                draft.editable(),
                checks(draft, words),
                archive.items().stream().map(it -> line(it, words)).toList(),
                archive.total() == 0 ? null : "/reports/papers/sent?" + place.query(),
                draft.writes(),
                draft.days().isOver(today.plusDays(1))
                        ? null
                        : words.say("not-over", words.vn().day(draft.days().last())));
    }

    PaperPage.Sent line(SentPaper paper, Words words) {
        String by = paper.by() == null ? "" : " · " + paper.by();
        return new PaperPage.Sent(
                words.name(paper.formVi(), paper.formEn()) + " · "
                        + PaperPeriod.parse(paper.period()).map(words::period).orElse(paper.period())
                        + (paper.revision() > 1 ? " · " + words.say("revision", paper.revision()) : ""),
                "/reports/papers/" + paper.id(),
                words.vn().moment(paper.at()) + by,
                paper.number() == null
                        ? words.say("unnumbered")
                        : words.say("numbered", paper.number(), words.vn().day(paper.dated())));
    }

    static String address(PaperPlace place, PaperPeriod period, @Nullable String form) {
        return place.query() + "&period=" + period.code() + (form == null ? "" : "&form=" + form);
    }

    private static List<Segment> grains(PaperPlace place, PaperPeriod period, LocalDate today, Words words) {
        LocalDate first = period.named().first();
        LocalDate day = first.isAfter(today) ? today : first;
        return Arrays.stream(PaperGrain.values())
                .map(grain -> new Segment(
                        words.say("grain." + grain.name().toLowerCase(Locale.ROOT)),
                        "/reports/papers?" + address(place, PaperPeriod.of(grain, day), null),
                        grain == period.grain()))
                .toList();
    }

    private static List<PaperPage.Check> checks(PaperDraft draft, Words words) {
        List<PaperPage.Check> checks = new ArrayList<>();
        for (String rule : List.of("nation", "issuer", "margins", "letters", "page-number")) {
            checks.add(new PaperPage.Check(true, words.say("check." + rule)));
        }
        checks.add(new PaperPage.Check(!draft.paper().recipients().isEmpty(), words.say("check.recipients")));
        checks.add(new PaperPage.Check(draft.locked(), words.say(draft.locked() ? "check.locked" : "check.living")));
        long unknown =
                draft.paper().figures().stream().filter(it -> !it.known()).count();
        checks.add(new PaperPage.Check(
                unknown == 0, unknown == 0 ? words.say("check.known") : words.say("check.unknown", unknown)));
        long blank = draft.editable().stream().filter(Editable::blank).count();
        checks.add(new PaperPage.Check(
                blank == 0, blank == 0 ? words.say("check.written") : words.say("check.blank", blank)));
        if (draft.paper().number() != null) {
            checks.add(new PaperPage.Check(false, words.say("check.number")));
        }
        checks.add(new PaperPage.Check(false, words.say("check.signer")));
        return checks;
    }
}
