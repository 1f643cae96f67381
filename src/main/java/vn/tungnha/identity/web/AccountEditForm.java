package vn.tungnha.identity.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.AccountView;
import vn.tungnha.identity.login.LoginName;

/** What may be mended about an account; the username stays. */
record AccountEditForm(
        int version,

        @NotBlank(message = "{identity.account.displayName.blank}")
        @Size(max = 100, message = "{identity.account.long}")
        String displayName,

        @Nullable @Size(max = 100, message = "{identity.account.long}")
        String title,

        @Nullable String phone) {

    static AccountEditForm of(AccountView account) {
        return new AccountEditForm(
                account.version(),
                account.displayName(),
                account.title(),
                account.phone() == null ? null : LoginName.spoken(account.phone()));
    }
}
