package vn.tungnha.identity.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import vn.tungnha.identity.AccountDirectory;
import vn.tungnha.identity.AccountView;
import vn.tungnha.identity.Accounts;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Stale;
import vn.tungnha.shared.desk.DeskEdit;

/** Whether accounts may sign in: closes them, or opens them again. */
@RequiredArgsConstructor
class AccountSwitch implements DeskEdit<CurrentUser> {

    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final boolean opens;
    private final Accounts accounts;
    private final AccountDirectory directory;
    private final AccountWords words;

    @Override
    public String code() {
        return only();
    }

    @Override
    public String label() {
        return "identity.account.state";
    }

    @Override
    public String forMany() {
        return opens ? "identity.desk.open" : "identity.desk.close";
    }

    @Override
    public boolean inPlace() {
        return false;
    }

    @Override
    public Input input() {
        return Input.CHOICE;
    }

    @Override
    public String only() {
        return opens ? OPEN : CLOSED;
    }

    @Override
    public List<String> roles() {
        return List.of("ADMIN", "PROVINCE_OFFICER", "WARD_OFFICER");
    }

    @Override
    public String page(String id) {
        return "/accounts/" + id;
    }

    @Override
    public Held held(String id, CurrentUser user) {
        AccountView account = directory.get(uuid(id), user);
        return new Held(
                account.displayName(), String.valueOf(account.version()), account.enabled() ? OPEN : CLOSED, null);
    }

    @Override
    public void put(String id, String state, String value, CurrentUser user) {
        if (!held(id, user).state().equals(state)) {
            throw new Stale("account", id);
        }
        accounts.enable(uuid(id), value.equals(OPEN), user);
    }

    @Override
    public String words(String value, Locale locale) {
        return words.text(value.equals(OPEN) ? "identity.state.open" : "identity.state.closed", locale);
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFound("account", id);
        }
    }
}
