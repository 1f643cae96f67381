package vn.tungnha.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.lists.ColumnChoices;
import vn.tungnha.lists.DeskLists;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.table.TableAnswer;
import vn.tungnha.shared.table.TableWriter;

/** Any list as a file: what is filtered, in the columns chosen, row after row as the database gives them. */
@Controller
@RequiredArgsConstructor
class ListTableController {

    private final DeskLists desks;
    private final ColumnChoices choices;
    private final MessageSource messages;
    private final ApplicationEventPublisher events;

    @GetMapping("/lists/{list}/table.{format:csv|xlsx}")
    @Allowed
    void table(
            @PathVariable("list") String code,
            @PathVariable String format,
            @RequestParam MultiValueMap<String, String> query,
            CurrentUser user,
            Locale locale,
            HttpServletResponse response)
            throws IOException {
        DeskList<CurrentUser> list = desks.require(code, user);
        Set<String> chosen = choices.of(list, user);
        List<DeskColumn> columns = list.columns().stream()
                .filter(column -> chosen.contains(column.code()))
                .toList();
        File file = new File(list.code(), format, headings(columns, locale), response);
        int[] rows = {0};
        Asked asked = AskedAddress.of(query);
        try (file) {
            list.each(asked, DeskLists.reading(list, user), locale, row -> {
                List<@Nullable Object> cells = new ArrayList<>();
                columns.forEach(column -> cells.add(row.cells().get(column.code())));
                file.row(cells);
                rows[0]++;
                return true;
            });
            file.begin();
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } finally {
            if (list.personal() && file.begun()) {
                events.publishEvent(new Audited(
                        "list.exported",
                        "list",
                        list.code(),
                        null,
                        null,
                        Map.of(
                                "rows",
                                rows[0],
                                "columns",
                                List.copyOf(chosen),
                                "filters",
                                asked.values().keySet()),
                        null));
            }
        }
    }

    private List<String> headings(List<DeskColumn> columns, Locale locale) {
        return columns.stream()
                .map(column -> messages.getMessage(column.key(), null, locale))
                .toList();
    }

    /** Begun with the first row: until then what cannot be found answers with a page. */
    private static final class File implements AutoCloseable {

        private final String name;
        private final String format;
        private final List<String> headings;
        private final HttpServletResponse response;
        private @Nullable TableWriter out;

        File(String name, String format, List<String> headings, HttpServletResponse response) {
            this.name = name;
            this.format = format;
            this.headings = headings;
            this.response = response;
        }

        boolean begun() {
            return out != null;
        }

        TableWriter begin() {
            try {
                TableWriter writer = out;
                if (writer == null) {
                    writer = TableAnswer.open(name, format, response);
                    writer.heading(headings);
                    out = writer;
                }
                return writer;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        void row(List<@Nullable Object> cells) {
            try {
                begin().row(cells);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }
    }
}
