package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.BearerTokenFilter;

/** Tokens for programs: asked for with HTTP Basic, given back when done. */
@RestController
@RequestMapping("/api/v1/tokens")
@Allowed
@RequiredArgsConstructor
class TokensController {

    private final ApiTokens tokens;

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued issue(CurrentUser user) {
        return tokens.issue(user.accountId());
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(HttpServletRequest request) {
        BearerTokenFilter.token(request).ifPresent(tokens::revoke);
    }
}
