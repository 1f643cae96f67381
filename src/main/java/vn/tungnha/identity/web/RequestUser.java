package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.identity.Scopes;
import vn.tungnha.identity.login.SignedInAccount;

/** Who makes this request; the scope is worked out once per request, when first asked for. */
@Component
@RequiredArgsConstructor
class RequestUser implements CurrentUsers {

    private static final String ATTRIBUTE = RequestUser.class.getName();

    private final Scopes scopes;

    Optional<SignedInAccount> account() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    @Override
    public Optional<CurrentUser> now() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
                ? of(request.getRequest())
                : Optional.empty();
    }

    Optional<CurrentUser> of(HttpServletRequest request) {
        return account().map(account -> {
            if (request.getAttribute(ATTRIBUTE) instanceof CurrentUser known
                    && known.accountId().equals(account.id())) {
                return known;
            }
            CurrentUser user = new CurrentUser(
                    account.id(), account.username(), account.displayName(), account.roles(), scopes.of(account.id()));
            request.setAttribute(ATTRIBUTE, user);
            return user;
        });
    }
}
