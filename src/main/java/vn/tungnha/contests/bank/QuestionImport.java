package vn.tungnha.contests.bank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.NamedPlaces;
import vn.tungnha.identity.PlaceNames;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.Finding;
import vn.tungnha.shared.table.ImportKind;
import vn.tungnha.shared.table.ImportReading;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.RowCheck;
import vn.tungnha.shared.table.TakesBack;
import vn.tungnha.units.UnitView;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Topic;

/** Questions of a ward from a file, one per row: the question, answers A to F, which are right, why, of what topic. */
@Component
@RequiredArgsConstructor
public class QuestionImport implements ImportKind<CurrentUser> {

    static final List<String> LETTERS = List.of("a", "b", "c", "d", "e", "f");

    private final QuestionBank bank;
    private final QuestionRules rules;
    private final QuestionImportUndo undo;
    private final Catalogue catalogue;
    private final NamedPlaces places;

    @Override
    public String code() {
        return "quiz-questions";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    /** The same that the bank is written out with, so that what comes out can go in again. */
    public static final List<Column> COLUMNS = List.of(
            Column.optional("commune", "Phường, xã", "Commune", "Thanh Khê", "phường", "xã", "mã phường"),
            Column.required(
                    "question", "Câu hỏi", "Question", "Mã OTP có được đưa cho người khác không?", "nội dung câu hỏi"),
            Column.required("a", "Đáp án A", "Answer A", "Không bao giờ", "a", "phương án a"),
            Column.required("b", "Đáp án B", "Answer B", "Được, nếu là cán bộ", "b", "phương án b"),
            Column.optional("c", "Đáp án C", "Answer C", "Được, nếu là người nhà", "c", "phương án c"),
            Column.optional("d", "Đáp án D", "Answer D", "", "d", "phương án d"),
            Column.optional("e", "Đáp án E", "Answer E", "", "e", "phương án e"),
            Column.optional("f", "Đáp án F", "Answer F", "", "f", "phương án f"),
            Column.required("right", "Đáp án đúng", "Right answers", "A", "đúng", "đáp án"),
            Column.optional(
                    "explanation", "Giải thích", "Explanation", "OTP là chìa khóa tài khoản của mình.", "lý do"),
            Column.required("topic", "Chủ đề", "Topic", "Chống lừa đảo", "nội dung"),
            Column.optional("source", "Nguồn", "Source", "Nghị định 356/2025/NĐ-CP", "căn cứ"));

    @Override
    public TakesBack<CurrentUser> undoing() {
        return undo;
    }

    @Override
    public ImportReading open(CurrentUser user) {
        return new Reading(user, places.of(user, Data.FIGURES));
    }

    /** One file. */
    private final class Reading implements ImportReading {

        private final CurrentUser user;
        private final PlaceNames names;
        private final Map<String, String> topics = new HashMap<>();
        private final Map<String, Integer> firstRows = new HashMap<>();

        Reading(CurrentUser user, PlaceNames names) {
            this.user = user;
            this.names = names;
            for (Topic topic : catalogue.topics()) {
                topics.put(SortKeys.fold(topic.code()), topic.code());
                topics.putIfAbsent(SortKeys.fold(topic.nameVi()), topic.code());
                topics.putIfAbsent(SortKeys.fold(topic.nameEn()), topic.code());
            }
        }

        @Override
        public void check(RowCheck row) {
            QuestionCommand told = read(row);
            if (told == null || row.has(Finding.Level.ERROR)) {
                return;
            }
            try {
                rules.check(told);
            } catch (RuleBroken broken) {
                row.error(column(broken), broken.getKey(), broken.getArguments().toArray());
                return;
            }
            Integer first = firstRows.putIfAbsent(told.unitId() + "|" + SortKeys.fold(told.text()), row.getNumber());
            if (first != null) {
                row.error("question", "imports.row.twice", String.valueOf(first));
            } else if (bank.has(told.unitId(), told.text())) {
                row.present("question", "imports.row.present");
            }
        }

        @Override
        public List<Made> store(List<RowCheck> rows) {
            List<UUID> added = new ArrayList<>();
            for (RowCheck row : rows) {
                QuestionCommand told = read(row);
                if (told != null) {
                    row.storing(() -> added.add(bank.add(UUID.randomUUID(), told, user)));
                }
            }
            return undo.made(added);
        }

        private @Nullable QuestionCommand read(RowCheck row) {
            UnitView commune = names.commune(row, "commune");
            String text = row.required("question");
            String topic = row.required("topic") == null ? null : row.choice("topic", topics);
            row.required("a");
            row.required("b");
            List<String> choices = choices(row);
            Set<Integer> right = right(row, choices.size());
            if (commune == null || text == null || topic == null || right.isEmpty()) {
                return null;
            }
            String explanation = row.text("explanation");
            return new QuestionCommand(
                    commune.id(),
                    topic,
                    kind(choices, right),
                    text,
                    choices,
                    right,
                    explanation == null ? "" : explanation,
                    row.text("source"),
                    true);
        }

        /** Those in front; a gap between them is an answer that was forgotten. */
        private List<String> choices(RowCheck row) {
            List<String> choices = new ArrayList<>();
            for (String letter : LETTERS) {
                String choice = row.text(letter);
                if (choice != null && choices.size() < LETTERS.indexOf(letter)) {
                    row.error(letter, "contests.import.gap");
                }
                if (choice != null) {
                    choices.add(choice);
                }
            }
            return choices;
        }

        /** Letters such as "A", "A, C" or "AC". */
        private Set<Integer> right(RowCheck row, int choices) {
            Set<Integer> right = new TreeSet<>();
            String text = row.required("right");
            if (text == null) {
                return right;
            }
            for (String letter :
                    text.toLowerCase(Locale.ROOT).replaceAll("[\\s,;.]+", "").split("")) {
                int position = LETTERS.indexOf(letter) + 1;
                if (position == 0 || position > choices) {
                    row.error("right", "contests.import.letter", letter.toUpperCase(Locale.ROOT));
                    return new HashSet<>();
                }
                right.add(position);
            }
            return right;
        }

        private QuestionKind kind(List<String> choices, Set<Integer> right) {
            if (choices.stream().map(SortKeys::fold).toList().equals(List.of("dung", "sai"))) {
                return QuestionKind.TRUE_FALSE;
            }
            return right.size() > 1 ? QuestionKind.SEVERAL : QuestionKind.SINGLE;
        }

        private static String column(RuleBroken broken) {
            String field = broken.getField();
            return field == null || field.equals("text") ? "question" : field.equals("choices") ? "a" : field;
        }
    }
}
