package vn.tungnha.contests.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.contests.bank.Question;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.contests.bank.QuestionImport;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.table.Column;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;
import vn.tungnha.visits.Catalogue;

/** The bank as a file. */
@Controller
@RequiredArgsConstructor
class QuestionTableController {

    private static final int MOST_CHOICES = 6;
    private static final Paging MOST = new Paging(0, 1000);

    private final QuestionBank bank;
    private final Catalogue catalogue;
    private final MessageSource messages;

    /** With the columns of the import, so that it can be read in elsewhere. */
    @GetMapping("/contests/questions/table.{format:csv|xlsx}")
    @Organisers
    void table(
            @PathVariable String format,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean retired,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        ContestWords words = new ContestWords(messages, locale);
        try (TableWriter table = TableAnswer.open("cau-hoi", format, response)) {
            table.heading(QuestionImport.COLUMNS.stream()
                    .map((Column column) -> column.name(locale))
                    .toList());
            for (Question it : bank.list(QuestionsController.query(topic, q, retired), user, MOST)
                    .items()) {
                List<@Nullable Object> cells = new ArrayList<>();
                cells.add(it.owner());
                cells.add(it.text());
                for (int at = 0; at < MOST_CHOICES; at++) {
                    cells.add(at < it.choices().size() ? it.choices().get(at).text() : null);
                }
                cells.add(QuestionForm.letters(it.right()));
                cells.add(it.explanation());
                cells.add(words.topic(catalogue, it.topic()));
                cells.add(it.source());
                table.row(cells);
            }
        }
    }
}
