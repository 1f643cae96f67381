package vn.tungnha.identity.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.AccountDirectory;
import vn.tungnha.identity.AccountQuery;
import vn.tungnha.identity.AccountRow;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskEdit;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskOrder;
import vn.tungnha.shared.desk.DeskRow;

/** The accounts one looks after, as they are taken away, closed and opened, and given cards. */
@Component
@RequiredArgsConstructor
class AccountsDesk implements DeskList<CurrentUser> {

    private static final int ROWS_AT_A_TIME = 1000;

    private final AccountDirectory directory;
    private final Accounts accounts;
    private final AccountWords words;

    @Override
    public String code() {
        return "accounts";
    }

    @Override
    public String pattern() {
        return "/accounts";
    }

    @Override
    public List<String> roles() {
        return List.of("ADMIN", "PROVINCE_OFFICER", "WARD_OFFICER");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("name", "identity.account.displayName.label"),
                DeskColumn.shown("username", "identity.account.username.label"),
                DeskColumn.shown("duties", "identity.account.duties"),
                DeskColumn.shown("seen", "identity.account.seen"),
                DeskColumn.shown("state", "identity.account.state"));
    }

    @Override
    public List<DeskEdit<CurrentUser>> edits() {
        return List.of(
                new AccountSwitch(false, accounts, directory, words),
                new AccountSwitch(true, accounts, directory, words));
    }

    @Override
    public List<DeskOrder> orders() {
        return List.of(new DeskOrder("identity.desk.cards", "/accounts/cards", List.of("ADMIN", "WARD_OFFICER")));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        AccountQuery query =
                new AccountQuery(Objects.requireNonNullElse(asked.text("q"), ""), asked.choice("role", Role.class));
        PageOf<AccountRow> page;
        int next = 0;
        do {
            page = directory.list(query, user, new Paging(next++, ROWS_AT_A_TIME));
            if (!page.items().stream().allMatch(account -> goesOn.test(row(account, locale)))) {
                return;
            }
        } while (next < page.pages());
    }

    private DeskRow row(AccountRow account, Locale locale) {
        AccountWords.Line line = words.line(account, locale);
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("name", line.name());
        cells.put("username", line.username());
        cells.put("duties", String.join("; ", line.roles()));
        cells.put("seen", line.seen());
        cells.put("state", line.state());
        return new DeskRow(account.id().toString(), cells);
    }
}
