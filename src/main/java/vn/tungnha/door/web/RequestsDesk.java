package vn.tungnha.door.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.door.RequestList;
import vn.tungnha.door.RequestQuery;
import vn.tungnha.door.RequestView;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;

/** The inbox of a ward as it is taken away; telephones stay. */
@Component
@RequiredArgsConstructor
class RequestsDesk implements DeskList<CurrentUser> {

    private static final int ROWS_AT_A_TIME = 500;

    private final RequestList list;
    private final MessageSource messages;
    private final Clock clock;

    @Override
    public String code() {
        return "requests";
    }

    @Override
    public String pattern() {
        return "/requests";
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "WARD_LEADER", "ADMIN");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("title", "door.column.title"),
                DeskColumn.shown("kind", "door.column.kind"),
                DeskColumn.shown("who", "door.column.who"),
                DeskColumn.shown("where", "door.column.where"),
                DeskColumn.shown("team", "door.column.team"),
                DeskColumn.shown("received", "door.column.received"),
                DeskColumn.shown("due", "door.column.due"),
                DeskColumn.shown("state", "door.column.state"));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        RequestQuery query =
                new RequestQuery(asked.choice("show", RequestQuery.Show.class), asked.text("kind"), asked.text("q"));
        DoorWords words = new DoorWords(messages, locale);
        LocalDate today = Days.today(clock);
        PageOf<RequestView> page;
        int next = 0;
        do {
            page = list.list(query, user, new Paging(next++, ROWS_AT_A_TIME));
            if (!page.items().stream().allMatch(request -> goesOn.test(row(request, today, words)))) {
                return;
            }
        } while (next < page.pages());
    }

    private static DeskRow row(RequestView request, LocalDate today, DoorWords words) {
        RequestLine line = RequestLine.of(request, today, words);
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("title", line.title());
        cells.put("kind", line.kind());
        cells.put("who", line.who());
        cells.put("where", line.where());
        cells.put("team", line.team());
        cells.put("received", Days.of(request.receivedAt()));
        cells.put("due", request.dueOn());
        cells.put("state", line.state());
        return new DeskRow(line.id(), cells);
    }
}
