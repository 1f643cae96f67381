package vn.tungnha.imports.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportDesk;
import vn.tungnha.imports.ImportJob;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.Vn;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** Files sent so far, as a list that is taken away. */
@Component
@RequiredArgsConstructor
class ImportsDesk implements DeskList<CurrentUser> {

    private static final int ROWS_AT_A_TIME = 1000;

    private final ImportDesk desk;
    private final MessageSource messages;

    @Override
    public String code() {
        return "imports";
    }

    @Override
    public String pattern() {
        return "/imports";
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "ADMIN");
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("file", "imports.column.file"),
                DeskColumn.shown("state", "imports.column.state"),
                DeskColumn.shown("rows", "imports.column.rows"),
                DeskColumn.shown("stored", "imports.column.stored"),
                DeskColumn.shown("refused", "imports.column.refused"),
                DeskColumn.shown("by", "imports.column.by"),
                DeskColumn.shown("when", "imports.column.when"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        PageOf<ImportJob> page;
        int next = 0;
        do {
            page = desk.list(user, new Paging(next++, ROWS_AT_A_TIME));
            if (!page.items().stream().allMatch(job -> goesOn.test(row(job, locale)))) {
                return;
            }
        } while (next < page.pages());
    }

    private DeskRow row(ImportJob job, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("file", job.fileName());
        cells.put("state", messages.getMessage("imports.state." + job.status(), null, locale));
        cells.put("rows", job.rows());
        cells.put("stored", job.stored());
        cells.put("refused", job.refused());
        cells.put("by", job.accountName());
        cells.put("when", Vn.in(locale).moment(job.createdAt()));
        return new DeskRow(job.id().toString(), cells);
    }
}
