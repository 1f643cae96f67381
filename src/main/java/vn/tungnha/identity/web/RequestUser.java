package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.CurrentUsers;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scopes;
import vn.tungnha.identity.login.SignedInAccount;

/** Who makes this request; the scope is worked out once per request, when first asked for. */
@Component
@RequiredArgsConstructor
class RequestUser implements CurrentUsers {

    private static final String ATTRIBUTE = RequestUser.class.getName();
    private static final String ADMITTED = ATTRIBUTE + ".admitted";

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
                    account.id(), account.username(), account.displayName(), scopes.byRole(account.id()));
            request.setAttribute(ATTRIBUTE, user);
            return user;
        });
    }

    /** From here on the handler of this request sees the caller in these roles only; none = in all. */
    void admit(Set<Role> roles, HttpServletRequest request) {
        request.setAttribute(ADMITTED, roles);
    }

    /** The caller as the handler of this request may know him. */
    @SuppressWarnings("unchecked")
    Optional<CurrentUser> admitted(HttpServletRequest request) {
        return of(request)
                .map(user -> request.getAttribute(ADMITTED) instanceof Set<?> roles && !roles.isEmpty()
                        ? user.as((Set<Role>) roles)
                        : user);
    }
}
