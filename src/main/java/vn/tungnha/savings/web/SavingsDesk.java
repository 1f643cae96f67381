package vn.tungnha.savings.web;

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
import vn.tungnha.savings.SavingView;
import vn.tungnha.savings.Savings;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** The register of procedures handled faster as it is taken away. */
@Component
@RequiredArgsConstructor
class SavingsDesk implements DeskList<CurrentUser> {

    private static final int PIECE = 500;

    private final Savings savings;
    private final MessageSource messages;

    @Override
    public String code() {
        return "savings";
    }

    @Override
    public String pattern() {
        return "/savings";
    }

    @Override
    public List<String> roles() {
        return List.of();
    }

    @Override
    public boolean personal() {
        return false;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "savings.name"),
                DeskColumn.shown("field", "savings.field"),
                DeskColumn.shown("audience", "savings.audience"),
                DeskColumn.shown("unit", "savings.unit"),
                DeskColumn.shown("year", "savings.year"),
                DeskColumn.fixed("legal", "savings.legal"),
                DeskColumn.fixed("actual", "savings.actual"),
                DeskColumn.fixed("dossiers", "savings.dossiers"),
                DeskColumn.fixed("saved", "savings.saved"),
                DeskColumn.wanted("source", "savings.source"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        Long year = asked.number("year");
        PageOf<SavingView> found;
        int page = 0;
        do {
            found = savings.list(
                    year == null ? null : year.intValue(), asked.text("q"), user, new Paging(page++, PIECE));
            for (SavingView line : found.items()) {
                if (!goesOn.test(row(line, locale))) {
                    return;
                }
            }
        } while (page < found.pages());
    }

    private DeskRow row(SavingView line, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("name", line.name());
        cells.put("field", line.field());
        cells.put("audience", messages.getMessage("savings.audience." + line.audience(), null, locale));
        cells.put("unit", line.unit());
        cells.put("year", line.year());
        cells.put("legal", line.legalDays());
        cells.put("actual", line.actualDays());
        cells.put("dossiers", line.dossiers());
        cells.put("saved", line.saved());
        cells.put("source", line.source());
        return new DeskRow(line.id().toString(), cells);
    }
}
