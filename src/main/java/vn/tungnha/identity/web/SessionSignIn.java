package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.identity.login.RememberedDevices;

/** Puts an account into the session where somebody has proved otherwise than at the login page who they are. */
@Component
@RequiredArgsConstructor
class SessionSignIn {

    private final Logins logins;
    private final RememberedDevices remembered;

    /** This session goes on under another name, with the account as it is now; all others of it end by the old stamp. */
    void goOn(UUID account, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        admit(account, request, response);
    }

    /** A session of its own, remembered on this device when asked for: what the last one was cut off from does not follow. */
    void begin(UUID account, HttpServletRequest request, HttpServletResponse response) {
        HttpSession last = request.getSession(false);
        if (last != null) {
            last.invalidate();
        }
        request.getSession(true);
        Authentication admitted = admit(account, request, response);
        if (admitted != null) {
            remembered.loginSuccess(request, response, admitted);
        }
    }

    private @Nullable Authentication admit(UUID id, HttpServletRequest request, HttpServletResponse response) {
        return logins.current(id)
                .map(account -> {
                    Authentication admitted =
                            UsernamePasswordAuthenticationToken.authenticated(account, null, account.getAuthorities());
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(admitted);
                    SecurityContextHolder.setContext(context);
                    new HttpSessionSecurityContextRepository().saveContext(context, request, response);
                    return admitted;
                })
                .orElse(null);
    }
}
