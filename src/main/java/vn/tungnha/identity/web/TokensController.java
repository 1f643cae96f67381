package vn.tungnha.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.OwnTokens;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.identity.login.BearerTokenFilter;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;

/** Tokens for programs: asked for with HTTP Basic, given back when done. */
@RestController
@RequestMapping("/api/v1/tokens")
@Allowed
@Opens({
    TokenScope.FIGURES,
    TokenScope.PEOPLE,
    TokenScope.VISITS,
    TokenScope.REPORTED,
    TokenScope.IMPORTS,
    TokenScope.FEED
})
@RequiredArgsConstructor
class TokensController {

    private static final int DAYS = 30;

    private final ApiTokens tokens;
    private final OwnTokens own;
    private final JsonMapper json;

    /**
     * What a program asks for; nothing = a token of twelve hours for whatever its owner may do.
     *
     * @param scopes codes such as {@code figures:read}; none = whatever the owner may do
     * @param days null = 30
     */
    record Wanted(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable Integer days) {

        Set<TokenScope> narrowed() {
            Set<TokenScope> narrowed = EnumSet.noneOf(TokenScope.class);
            for (String code : scopes == null ? List.<String>of() : scopes) {
                narrowed.add(TokenScope.of(code)
                        .orElseThrow(() -> RuleBroken.at("scopes", "identity.tokens.error.scope", code)));
            }
            return narrowed;
        }
    }

    /** A token as its owner sees it later. */
    record Line(
            UUID id,
            @Nullable String name,
            @Nullable List<String> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {

        static Line of(ApiTokens.Kept kept) {
            Set<TokenScope> scopes = kept.scopes();
            return new Line(
                    kept.id(),
                    kept.name(),
                    scopes == null
                            ? null
                            : scopes.stream().map(TokenScope::getCode).toList(),
                    kept.createdAt(),
                    kept.expiresAt(),
                    kept.lastUsedAt());
        }
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ApiTokens.Issued issue(@RequestBody(required = false) byte @Nullable [] body, CurrentUser user) {
        Optional<Wanted> wanted = wanted(body);
        return wanted.map(it -> own.create(it.name(), it.narrowed(), it.days() == null ? DAYS : it.days(), user)
                        .issued())
                .orElseGet(() -> tokens.issue(user.accountId()));
    }

    @GetMapping
    PageOf<Line> list(CurrentUser user) {
        List<Line> lines = own.of(user).stream().map(Line::of).toList();
        return PageOf.of(lines, new Paging(0, 1000), lines.size());
    }

    @DeleteMapping("/current")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(HttpServletRequest request) {
        BearerTokenFilter.token(request).ifPresent(tokens::revoke);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, CurrentUser user) {
        own.revoke(id, user);
    }

    /** Programs that send no body, or a form's empty one, want the plain token. */
    private Optional<Wanted> wanted(byte @Nullable [] body) {
        if (body == null || new String(body, StandardCharsets.UTF_8).isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(json.readValue(body, Wanted.class));
        } catch (JacksonException malformed) {
            throw new RuleBroken("identity.tokens.error.json");
        }
    }
}
