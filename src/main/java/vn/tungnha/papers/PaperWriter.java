package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.closing.ReportFigure;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamVoice;
import vn.tungnha.closing.TeamVoices;
import vn.tungnha.identity.CurrentUser;

/** Fills in a form: every section becomes blocks of finished text. */
@Component
@RequiredArgsConstructor
class PaperWriter {

    /** A line to be written by hand. */
    static final String BLANK = ".".repeat(60);

    private final PaperFigures figures;
    private final PaperWords words;
    private final PaperNotes notes;
    private final CommuneTables communes;
    private final MemberTables members;
    private final TeamVoices voices;

    /** What came of it. */
    record Written(Paper paper, List<Editable> editable, boolean locked) {}

    Written write(
            PaperForm written,
            PaperPlace place,
            PaperPeriod period,
            ReportPeriod days,
            DraftTexts texts,
            CurrentUser user) {
        List<ReportFigure> frozen = notes.frozen(place, period, user);
        FigureSheet sheet = figures.read(place, period, wanted(written), frozen);
        Filling filling = new Filling(words.of(place, period, days), sheet);
        PaperForm form = written.filled(filling::fill);
        List<PaperFigure> printed = figuresOf(form, sheet);
        Map<String, String> headings = new HashMap<>();
        List<Block> body = new ArrayList<>();
        List<Editable> editable = new ArrayList<>();
        List<TeamVoice> said = voices(form, place, days, user);
        for (int i = 0; i < form.sections().size(); i++) {
            FormSection section = form.sections().get(i);
            String heading = filling.fill(section.heading());
            if (!heading.isEmpty()) {
                body.add(Block.Heading.of(heading));
            }
            headings.put(section.key(i), heading);
            if (section.kind().hasWords()) {
                words(section, i, heading, generated(section, filling, period, said, place), texts, body, editable);
            } else {
                body.add(table(section, filling, place, period, days, sheet));
            }
        }
        return new Written(
                paper(
                        form,
                        filling,
                        body,
                        notes.of(place, days, frozen, user) + PublishedBeside.note(printed),
                        printed),
                editable,
                notes.locked(place, days, frozen));
    }

    private static void words(
            FormSection section,
            int at,
            String heading,
            List<String> generated,
            DraftTexts texts,
            List<Block> body,
            List<Editable> editable) {
        String draft = String.join("\n", generated);
        DraftTexts.Words typed = section.editable() ? texts.words().get(section.key(at)) : null;
        String text = typed == null ? draft : typed.text();
        List<String> paragraphs =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        boolean own = section.editable() && (typed != null || section.own());
        if (paragraphs.isEmpty() && section.editable()) {
            paragraphs = List.of(BLANK);
        }
        paragraphs.forEach(line -> body.add(new Block.Text(line, own)));
        if (section.editable()) {
            editable.add(new Editable(
                    section.key(at),
                    heading,
                    text,
                    draft,
                    typed != null,
                    typed != null && !typed.basis().equals(draft)));
        }
    }

    private static List<String> generated(
            FormSection section, Filling filling, PaperPeriod period, List<TeamVoice> said, PaperPlace place) {
        return switch (section.kind()) {
            case COMMENTARY -> Commentary.of(period).sentences(filling.figures(section.lines()));
            case GOOD_PRACTICE -> voices(said, ReportText::goodPractice, place);
            case DIFFICULTIES -> voices(said, ReportText::difficulties, place);
            case PROPOSALS -> voices(said, ReportText::proposals, place);
            default -> filling.fill(section.body()).lines().toList();
        };
    }

    private static List<String> voices(
            List<TeamVoice> said, java.util.function.Function<ReportText, @Nullable String> which, PaperPlace place) {
        List<String> gathered = Voices.gathered(said, which, place.team() != null);
        if (!gathered.isEmpty()) {
            return gathered;
        }
        if (said.isEmpty()) {
            return List.of(
                    place.team() != null ? "Tổ chưa nộp báo cáo trong kỳ." : "Chưa có báo cáo của tổ nào trong kỳ.");
        }
        return List.of("Không có ý kiến trong báo cáo của tổ.");
    }

    private Block table(
            FormSection section,
            Filling filling,
            PaperPlace place,
            PaperPeriod period,
            ReportPeriod days,
            FigureSheet sheet) {
        return switch (section.kind()) {
            case COMPARISON -> FigureTables.comparison(filling.figures(section.lines()), period);
            case UNITS -> communes.table(section.lines(), place, days, sheet);
            case MEMBERS -> members.table(place, days);
            default -> FigureTables.results(filling.figures(section.lines()));
        };
    }

    private static Paper paper(
            PaperForm form, Filling filling, List<Block> body, String note, List<PaperFigure> figures) {
        FormHead head = form.head();
        List<String> addressees = filling.lines(head.addressee());
        return new Paper(
                filling.lines(head.parentBody()),
                filling.lines(head.issuer()),
                head.symbol().isEmpty() ? null : "Số: ....../" + filling.fill(head.symbol()),
                filling.words().getOrDefault(PaperWords.PLACE_AND_DATE, ""),
                filling.fill(head.title()),
                filling.lines(head.subject()),
                addressees.isEmpty() ? null : "Kính gửi: " + String.join("; ", addressees) + ".",
                body,
                note,
                filling.lines(head.recipients()),
                filling.lines(head.signers()),
                figures);
    }

    private List<TeamVoice> voices(PaperForm form, PaperPlace place, ReportPeriod days, CurrentUser user) {
        boolean wanted = form.sections().stream().anyMatch(it -> switch (it.kind()) {
            case GOOD_PRACTICE, DIFFICULTIES, PROPOSALS -> true;
            default -> false;
        });
        if (!wanted) {
            return List.of();
        }
        return place.team() != null
                ? voices.ofTeam(place.team().id(), days, user)
                : voices.of(place.home().id(), days, user);
    }

    private static List<FormLine> wanted(PaperForm form) {
        List<FormLine> lines = new ArrayList<>();
        form.sections().forEach(section -> lines.addAll(section.lines()));
        for (String text : form.texts()) {
            Placeholders.figures(text).forEach(it -> lines.add(FormLine.of(it.indicator(), it.variant())));
        }
        return lines;
    }

    /** Every line of every table once, for the annex. */
    private static List<PaperFigure> figuresOf(PaperForm form, FigureSheet sheet) {
        List<FormLine> lines = form.sections().stream()
                .flatMap(it -> it.lines().stream())
                .distinct()
                .toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> sheet.figure(lines.get(i), String.valueOf(i + 1)))
                .filter(java.util.Objects::nonNull)
                .map(java.util.Objects::requireNonNull)
                .toList();
    }
}
