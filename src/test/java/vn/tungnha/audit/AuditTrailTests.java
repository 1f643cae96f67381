package vn.tungnha.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.Scope;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.TestUnits;
import vn.tungnha.units.TestUnits.Tree;

@SharedApplication
@Transactional
class AuditTrailTests {

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Audits audits;

    @Autowired
    private TestUnits units;

    @Autowired
    private JdbcClient jdbc;

    private Tree tree;

    @BeforeEach
    void plant() {
        tree = units.tree();
    }

    @Test
    void saysFromWhatToWhat() {
        String id = UUID.randomUUID().toString();
        events.publishEvent(new Audited(
                "team.edited",
                "team",
                id,
                tree.village(),
                Map.of("name", "Tổ 1", "kind", "CNSCD"),
                Map.of("name", "Tổ 2", "kind", "CNSCD"),
                null));

        AuditEntry entry = audits.find(query(id), user(ward(tree.commune())), new Paging(0, 10))
                .items()
                .get(0);

        assertThat(entry.actor()).isEqualTo("system");
        assertThat(entry.changes()).containsExactly(new AuditEntry.Change("name", "Tổ 1", "Tổ 2"));
    }

    @Test
    void saysFromWhere() {
        assertThat(originAt("/teams/5")).isEqualTo("203.0.113.5");
        assertThat(originAt("/api/v1/visits")).isEqualTo("API 203.0.113.5");
        RequestContextHolder.resetRequestAttributes();
        assertThat(origin()).as("by a command, or in the background").isNull();
    }

    @Test
    void isOnlyEverAppendedTo() {
        events.publishEvent(new Audited("team.edited", "team", "9", null, null, null, null));

        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'x'").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("append-only");
    }

    @Test
    void showsResidentsOnlyToThoseWhoMaySeeThem() {
        String id = UUID.randomUUID().toString();
        events.publishEvent(
                new Audited("resident.edited", "resident", id, tree.village(), null, Map.of("name", "Bà Lài"), null));

        assertThat(found(id, ward(tree.commune()))).isOne();
        assertThat(found(id, ward(tree.communes().get(1)))).isZero();
        assertThat(found(id, new Scope(false, Set.of(tree.province()), Set.of(), Set.of(), Set.of())))
                .isZero();
        assertThat(found(id, new Scope(true, Set.of(), Set.of(), Set.of(), Set.of())))
                .isOne();
    }

    private String originAt(String path) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", path);
        request.setRemoteAddr("203.0.113.5");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return origin();
    }

    private String origin() {
        String id = UUID.randomUUID().toString();
        events.publishEvent(new Audited("team.edited", "team", id, tree.village(), null, null, null));
        return audits.find(query(id), user(ward(tree.commune())), new Paging(0, 10))
                .items()
                .get(0)
                .origin();
    }

    private long found(String id, Scope scope) {
        return audits.find(query(id), user(scope), new Paging(0, 10)).total();
    }

    private static AuditQuery query(String subject) {
        return new AuditQuery(subject, "", null);
    }

    private static Scope ward(long commune) {
        return new Scope(false, Set.of(commune), Set.of(commune), Set.of(), Set.of());
    }

    private static CurrentUser user(Scope scope) {
        return new CurrentUser(UUID.randomUUID(), "x", "X", Set.of(Role.WARD_OFFICER), scope);
    }
}
