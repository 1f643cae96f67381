package vn.tungnha.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.SharedApplication;
import vn.tungnha.shared.Days;

/** Days long past, which nobody else writes to; whoever tampers does so as the owner of the database could. */
@SharedApplication
@Transactional
class AuditSealsTests {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(1990, 1, 3);

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SealChain chain;

    @Autowired
    private VerifyAudit command;

    private AuditSeals seals;

    @BeforeEach
    void sealThreeDays() {
        jdbc.sql("alter table audit_entry disable trigger audit_entry_append_only")
                .update();
        jdbc.sql("alter table audit_seal disable trigger audit_seal_append_only")
                .update();
        jdbc.sql("delete from audit_seal").update();
        append("1990-01-01T00:00:00+07:00", "first");
        append("1990-01-01T23:59:59.999999+07:00", "second");
        append("1990-01-03T12:00:00+07:00", "third");
        seals = new AuditSeals(jdbc, chain, at("1990-01-04T01:00:00+07:00"));
        seals.seal();
    }

    @Test
    void sealsEveryDayThatIsOverOnce() {
        seals.seal();

        assertThat(jdbc.sql("select day || ' ' || entries from audit_seal order by day")
                        .query(String.class)
                        .list())
                .containsExactly("1990-01-01 2", "1990-01-02 0", "1990-01-03 1");
        assertThat(seals.latest()).hasValueSatisfying(seal -> {
            assertThat(seal.day()).isEqualTo(LAST);
            assertThat(seal.mark()).matches("[0-9a-f]{16}");
        });
        assertThat(seals.faults()).isEmpty();
    }

    @Test
    void leavesTheDayOpenUntilLateWritersAreDone() {
        append("1990-01-04T12:00:00+07:00", "fourth");
        new AuditSeals(jdbc, chain, at("1990-01-05T00:59:59+07:00")).seal();

        assertThat(seals.latest()).map(AuditSeal::day).hasValue(LAST);

        new AuditSeals(jdbc, chain, at("1990-01-05T01:00:00+07:00")).seal();
        assertThat(seals.latest()).map(AuditSeal::day).hasValue(LAST.plusDays(1));
    }

    @Test
    void findsAChangedEntry() {
        jdbc.sql("update audit_entry set reason = 'another' where subject_id = 'second'")
                .update();

        assertThat(seals.faults()).singleElement().asString().startsWith(FIRST + ": an entry");
    }

    @Test
    void findsAnOriginThatWasTakenAway() {
        append("1990-01-04T12:00:00+07:00", "fourth");
        jdbc.sql("update audit_entry set origin = '203.0.113.5' where subject_id = 'fourth'")
                .update();
        new AuditSeals(jdbc, chain, at("1990-01-05T01:00:00+07:00")).seal();
        assertThat(seals.faults()).isEmpty();

        jdbc.sql("update audit_entry set origin = null where subject_id = 'fourth'")
                .update();
        assertThat(seals.faults()).singleElement().asString().startsWith("1990-01-04: an entry");
    }

    @Test
    void findsAnEntryThatIsGoneAndOneThatWasSlippedIn() {
        jdbc.sql("delete from audit_entry where subject_id = 'third'").update();
        append("1990-01-02T08:00:00+07:00", "late");

        assertThat(seals.faults())
                .containsExactly(
                        "1990-01-02: 0 entries were sealed, 1 are there",
                        "1990-01-03: 1 entries were sealed, 0 are there");
    }

    @Test
    void findsASealThatWasMadeAnewWithoutTheKey() {
        jdbc.sql("update audit_entry set reason = 'another' where subject_id = 'third'")
                .update();
        byte[] before = jdbc.sql("select hash from audit_seal where day = ?")
                .param(LAST.minusDays(1))
                .query(byte[].class)
                .single();
        jdbc.sql("update audit_seal set hash = ? where day = ?")
                .params(chain.seal(LAST, before).hash(), LAST)
                .update();

        assertThat(seals.faults()).containsExactly(LAST + ": the seal was not made by this installation");
    }

    @Test
    void findsAMissingSealAndSaysSoOnTheCommandLine() {
        jdbc.sql("delete from audit_seal where day = ?")
                .param(LAST.minusDays(1))
                .update();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();

        int exit = command.run(List.of(), new PrintStream(printed, true, StandardCharsets.UTF_8));

        assertThat(exit).isEqualTo(1);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("1990-01-02: no seal, although 1990-01-03 has one", "verify-audit: ");
    }

    private void append(String moment, String id) {
        jdbc.sql("""
                        insert into audit_entry (happened_at, actor, action, subject, subject_id, after)
                        values (?, 'tester', 'team.edited', 'team', ?, cast('{"name":"Tổ 1"}' as jsonb))
                        """).params(OffsetDateTime.parse(moment), id).update();
    }

    private static Clock at(String moment) {
        return Clock.fixed(OffsetDateTime.parse(moment).toInstant(), Days.ZONE);
    }
}
