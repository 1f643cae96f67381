package vn.tungnha.identity.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.RuleBroken;

/** A token as asked for on the page: there, what it opens is always said. */
record TokenForm(
        @Nullable String name,
        @Nullable List<TokenScope> scopes,
        @Nullable Integer days) {

    static TokenForm empty(boolean feed) {
        return new TokenForm("", feed ? List.of(TokenScope.FEED) : List.of(), feed ? 365 : 90);
    }

    Set<TokenScope> chosen() {
        if (scopes == null || scopes.isEmpty()) {
            throw RuleBroken.at("scopes", "identity.tokens.error.none");
        }
        return EnumSet.copyOf(scopes);
    }
}
