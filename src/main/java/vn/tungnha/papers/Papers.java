package vn.tungnha.papers;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Reports about to be handed in: a form filled with the figures of a place and period, and what an official adds to it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class Papers {

    private static final int LONGEST = 8000;

    private final PaperPlaces places;
    private final PaperForms forms;
    private final PaperWriter writer;
    private final Drafts drafts;
    private final PaperRights rights;
    private final ReportCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * The draft as it stands now.
     *
     * @return empty for those without a place of their own who asked for none
     * @throws RuleBroken when the period is not one, or has not begun
     * @throws NotFound when there is no such form for that place and period
     */
    public Optional<PaperDraft> draft(PaperRequest request, CurrentUser user) {
        PaperPeriod asked = period(request.period());
        return places.of(request, asked, user).map(place -> draft(place, asked, request.form(), user));
    }

    /** Whose reports are asked for; empty for those without a place of their own who asked for none. */
    public Optional<PaperPlace> place(PaperRequest request, CurrentUser user) {
        return places.of(request, period(request.period()), user);
    }

    /**
     * Keeps what an official wrote; what says the same as the figures, or nothing at all, is left to the figures again.
     *
     * @param basedOn version of the draft it was written over, null when there was none
     * @param texts by key of the section
     */
    @Transactional
    public void write(PaperRequest request, @Nullable Integer basedOn, Map<String, String> texts, CurrentUser user) {
        PaperDraft draft = writable(request, user);
        Map<String, DraftTexts.Words> words = new HashMap<>();
        for (Editable part : draft.editable()) {
            String typed =
                    texts.getOrDefault(part.key(), "").replace("\r\n", "\n").strip();
            if (typed.length() > LONGEST) {
                throw RuleBroken.at("text", "papers.error.too-long", LONGEST);
            }
            if (!typed.isEmpty() && !typed.equals(part.generated().strip())) {
                DraftTexts.Words before = draft.texts().words().get(part.key());
                String basis = before != null && before.text().equals(typed) ? before.basis() : part.generated();
                words.put(part.key(), new DraftTexts.Words(typed, basis));
            }
        }
        drafts.keep(draft.form().id(), draft.place(), draft.days(), basedOn, words, user);
        events.publishEvent(new Audited(
                "paper.written",
                "paper",
                draft.fileName(),
                draft.place().home().id(),
                said(draft.texts().words()),
                said(words),
                null));
    }

    /** What a form that is still being written would come to; its own words are not asked for. */
    public Optional<Paper> preview(PaperForm form, PaperRequest request, CurrentUser user) {
        PaperPeriod asked = period(request.period());
        return places.of(request, asked, user).map(place -> {
            PaperPeriod period = asked == null
                    ? PaperPeriod.of(calendar.current(place.home().id()).named())
                    : asked;
            ReportPeriod days = calendar.of(period.named(), place.home().id());
            return writer.write(form, place, period, days, DraftTexts.NONE, user)
                    .paper();
        });
    }

    /** @throws NotFound when the reader may only look at reports of that place */
    PaperDraft writable(PaperRequest request, CurrentUser user) {
        PaperDraft draft = draft(request, user).orElseThrow(() -> new NotFound("paper", "none"));
        if (!draft.writes()) {
            throw new NotFound("paper", draft.fileName());
        }
        return draft;
    }

    private PaperDraft draft(PaperPlace place, @Nullable PaperPeriod asked, @Nullable String code, CurrentUser user) {
        PaperPeriod period = asked == null
                ? PaperPeriod.of(calendar.current(place.home().id()).named())
                : asked;
        ReportPeriod days = calendar.of(period.named(), place.home().id());
        if (days.first().isAfter(Days.today(clock))) {
            throw RuleBroken.at("period", "papers.error.future");
        }
        List<PaperForm> offered = forms.inForce(days.last(), place).stream()
                .filter(it -> it.isFor(place, period.grain()))
                .toList();
        PaperForm form = offered.stream()
                .filter(it -> code == null || code.isBlank() || it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("paper-form", String.valueOf(code)));
        DraftTexts texts = drafts.of(form.id(), place, days);
        PaperWriter.Written written = writer.write(form, place, period, days, texts, user);
        return new PaperDraft(
                place,
                period,
                days,
                form,
                offered,
                written.paper(),
                written.editable(),
                texts,
                written.locked(),
                rights.writes(place, user));
    }

    private static @Nullable PaperPeriod period(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        return PaperPeriod.parse(code.strip()).orElseThrow(() -> RuleBroken.at("period", "papers.error.period"));
    }

    private static Map<String, String> said(Map<String, DraftTexts.Words> words) {
        Map<String, String> said = new HashMap<>();
        words.forEach((section, it) -> said.put(section, it.text()));
        return said;
    }
}
