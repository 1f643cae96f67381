package vn.tungnha.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.json.JsonMapper;
import vn.tungnha.identity.login.SignedInAccount;
import vn.tungnha.shared.Audited;

/** Writes every {@link Audited} fact into the trail, in the transaction that makes it true. */
@Component
@RequiredArgsConstructor
class AuditTrail {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    @EventListener
    void append(Audited fact) {
        Optional<SignedInAccount> actor = actor();
        jdbc.sql("""
                        insert into audit_entry (happened_at, account_id, actor, action, subject, subject_id, unit_id,
                                                 before, after, reason, origin)
                        values (:at, :account, :actor, :action, :subject, :id, :unit, cast(:before as jsonb),
                                cast(:after as jsonb), :reason, :origin)
                        """)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("account", actor.map(SignedInAccount::id).orElse(null))
                .param("actor", actor.map(SignedInAccount::username).orElse(SYSTEM))
                .param("action", fact.action())
                .param("subject", fact.subject())
                .param("id", fact.subjectId())
                .param("unit", fact.unitId())
                .param("before", json(fact.before()))
                .param("after", json(fact.after()))
                .param("reason", fact.reason())
                .param("origin", origin())
                .update();
    }

    private @Nullable String json(@Nullable Object value) {
        return value == null ? null : json.writeValueAsString(value);
    }

    /** Behind a proxy it is the address the trusted proxy tells; null outside of a request. */
    private static @Nullable String origin() {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present)) {
            return null;
        }
        HttpServletRequest request = present.getRequest();
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return (path.startsWith("/api/") ? "API " : "") + request.getRemoteAddr();
    }

    private static Optional<SignedInAccount> actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInAccount account
                ? Optional.of(account)
                : Optional.empty();
    }
}
