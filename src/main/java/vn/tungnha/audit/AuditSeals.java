package vn.tungnha.audit;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;

/** Seals the trail day by day, and finds out whether a sealed day is still as it was. */
@Service
@RequiredArgsConstructor
@Transactional
public class AuditSeals {

    /** A change begun before midnight is written down after it; nothing takes this long. */
    private static final Duration GRACE = Duration.ofHours(1);

    private static final int MARK = 16;

    private final JdbcClient jdbc;
    private final SealChain chain;
    private final Clock clock;

    private record Kept(LocalDate day, long entries, byte[] hash, byte[] mac) {}

    /** Every day that is over and not sealed yet, from the first entry on; days without entries too, so that none is missing. */
    @Scheduled(initialDelay = 5, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    public void seal() {
        LocalDate last = Days.of(clock.instant().minus(GRACE)).minusDays(1);
        Kept before = kept("order by day desc limit 1").stream().findFirst().orElse(null);
        LocalDate day = before == null ? firstDay() : before.day().plusDays(1);
        if (day == null || day.isAfter(last)) {
            return;
        }
        // waits for writers under way, which end in a moment; else the next round will do
        jdbc.sql("set local lock_timeout = '2s'").update();
        jdbc.sql("lock table audit_entry in share mode").update();
        byte[] hash = before == null ? SealChain.BEGINNING : before.hash();
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            SealChain.Sealed sealed = chain.seal(day, hash);
            hash = sealed.hash();
            keep(day, sealed);
        }
    }

    /** The latest seal; empty before the first day is over. */
    @Transactional(readOnly = true)
    public Optional<AuditSeal> latest() {
        return kept("order by day desc limit 1").stream().findFirst().map(AuditSeals::shown);
    }

    /** What is no longer as it was sealed, day by day, in plain words; empty when all is well. */
    @Transactional(readOnly = true)
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        byte[] hash = SealChain.BEGINNING;
        LocalDate expected = firstDay();
        for (Kept kept : kept("order by day")) {
            if (!kept.day().equals(expected)) {
                faults.add(expected + ": no seal, although " + kept.day() + " has one");
            }
            SealChain.Sealed now = chain.seal(kept.day(), hash);
            if (now.entries() != kept.entries()) {
                faults.add(
                        kept.day() + ": " + kept.entries() + " entries were sealed, " + now.entries() + " are there");
            } else if (!MessageDigest.isEqual(now.hash(), kept.hash())) {
                faults.add(kept.day() + ": an entry, or the seal of an earlier day, was changed");
            }
            if (!MessageDigest.isEqual(chain.sign(kept.hash()), kept.mac())) {
                faults.add(kept.day() + ": the seal was not made by this installation");
            }
            // from here on the chain goes by what was sealed, so that one changed day is one fault
            hash = kept.hash();
            expected = kept.day().plusDays(1);
        }
        return faults;
    }

    /** How many days are sealed. */
    @Transactional(readOnly = true)
    public long days() {
        return jdbc.sql("select count(*) from audit_seal").query(Long.class).single();
    }

    private void keep(LocalDate day, SealChain.Sealed sealed) {
        jdbc.sql(
                        "insert into audit_seal (day, entries, hash, mac, sealed_at) values (:day, :entries, :hash, :mac, :at)")
                .param("day", day)
                .param("entries", sealed.entries())
                .param("hash", sealed.hash())
                .param("mac", chain.sign(sealed.hash()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private @Nullable LocalDate firstDay() {
        return jdbc.sql("select min(happened_at) from audit_entry")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant)
                .map(Days::of)
                .orElse(null);
    }

    private List<Kept> kept(String order) {
        return jdbc.sql("select day, entries, hash, mac from audit_seal " + order)
                .query(Kept.class)
                .list();
    }

    private static AuditSeal shown(Kept kept) {
        return new AuditSeal(
                kept.day(),
                kept.entries(),
                HexFormat.of().formatHex(kept.hash()).substring(0, MARK));
    }
}
