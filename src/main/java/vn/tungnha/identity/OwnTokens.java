package vn.tungnha.identity;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.login.ApiTokens;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** Tokens that people make for their programs: named, narrowed, ending, and taken back. */
@Service
@RequiredArgsConstructor
@Transactional
public class OwnTokens {

    private static final int LONGEST_NAME = 80;
    private static final int MOST = 20;
    private static final int DAYS = 366;
    private static final int DAYS_OF_A_FEED = 732;

    private final ApiTokens tokens;
    private final ApplicationEventPublisher events;

    /** A new token; only now can it be read. */
    public record Made(UUID id, ApiTokens.Issued issued) {}

    @Transactional(readOnly = true)
    public List<ApiTokens.Kept> of(CurrentUser user) {
        return tokens.of(user.accountId());
    }

    /**
     * @param scopes empty = whatever the owner may do
     * @param days how long it lives; a key for nothing but the feed may live twice as long
     */
    public Made create(@Nullable String name, Set<TokenScope> scopes, int days, CurrentUser user) {
        String called = name == null ? "" : name.strip();
        if (called.isEmpty()) {
            throw RuleBroken.at("name", "identity.tokens.error.name");
        }
        if (called.length() > LONGEST_NAME) {
            throw RuleBroken.at("name", "identity.tokens.error.long", LONGEST_NAME);
        }
        int longest = scopes.equals(Set.of(TokenScope.FEED)) ? DAYS_OF_A_FEED : DAYS;
        if (days < 1 || days > longest) {
            throw RuleBroken.at("days", "identity.tokens.error.days", longest);
        }
        if (of(user).stream().filter(it -> it.name() != null).count() >= MOST) {
            throw new RuleBroken("identity.tokens.error.many", MOST);
        }
        UUID id = UUID.randomUUID();
        Set<TokenScope> narrowed = scopes.isEmpty() ? null : EnumSet.copyOf(scopes);
        ApiTokens.Issued issued = tokens.issue(id, user.accountId(), called, narrowed, Duration.ofDays(days));
        events.publishEvent(new Audited(
                "token.created",
                "token",
                id.toString(),
                null,
                null,
                Map.of("name", called, "scopes", written(scopes), "expiresAt", issued.expiresAt()),
                null));
        return new Made(id, issued);
    }

    public void revoke(UUID id, CurrentUser user) {
        ApiTokens.Kept kept = of(user).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("token", id));
        if (!tokens.revoke(id, user.accountId())) {
            throw new NotFound("token", id);
        }
        String called = kept.name() == null ? "" : kept.name();
        events.publishEvent(
                new Audited("token.revoked", "token", id.toString(), null, Map.of("name", called), null, null));
    }

    private static String written(Set<TokenScope> scopes) {
        return scopes.stream().map(TokenScope::getCode).sorted().collect(Collectors.joining(" "));
    }
}
