package vn.tungnha.reports;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.ReportLines;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Which figures stand where, as administrators arrange them; every change can be taken back, the last one first. */
@Service
@RequiredArgsConstructor
@Transactional
public class Displays {

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final DashboardTiles tiles;
    private final ReportLines reports;
    private final Definitions definitions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** One change; {@code undoable} is the last one that still holds. */
    public record Change(
            long id,
            List<String> before,
            List<String> after,
            String changedBy,
            Instant changedAt,
            @Nullable String undoneBy,
            boolean undoable) {}

    @Transactional(readOnly = true)
    public List<IndicatorChoice> lines(Display display) {
        return display == Display.TEAM_REPORT ? reports.ofTeams() : tiles.of(display.name());
    }

    /** Grows with every change and every taking back. */
    @Transactional(readOnly = true)
    public int version(Display display) {
        return jdbc.sql("select count(*) + count(undone_at) from display_change where display = ?")
                .param(display.name())
                .query(Integer.class)
                .single();
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public List<Change> history(Display display) {
        return jdbc.sql("""
                        select c.id, c.before, c.after, a.display_name as changed_by, c.changed_at, u.display_name as undone_by,
                               c.undone_at is null and c.id = (select max(x.id) from display_change x
                                   where x.display = c.display and x.undone_at is null) as undoable
                        from display_change c join account a on a.id = c.changed_by left join account u on u.id = c.undone_by
                        where c.display = :display order by c.id desc limit :shown
                        """)
                .param("display", display.name())
                .param("shown", SHOWN)
                .query((row, n) -> change(row))
                .list();
    }

    /**
     * @param version what was read; somebody else's change since then is refused
     * @throws RuleBroken at {@code line} with its number, from 0
     */
    public void change(Display display, int version, List<IndicatorChoice> wanted, CurrentUser user) {
        require(user);
        hold(display);
        if (version != version(display)) {
            throw new Stale("display", display.name());
        }
        List<IndicatorChoice> lines = checked(display, wanted);
        List<IndicatorChoice> before = lines(display);
        if (lines.equals(before)) {
            throw new RuleBroken("reports.display.error.same");
        }
        replace(display, lines);
        jdbc.sql("insert into display_change (display, before, after, changed_by, changed_at) "
                        + "values (:display, :before, :after, :by, :at)")
                .param("display", display.name())
                .param("before", texts(before).toArray(String[]::new))
                .param("after", texts(lines).toArray(String[]::new))
                .param("by", user.accountId())
                .param("at", now())
                .update();
        tell("changed", display, before, lines);
    }

    /** Puts back what stood there before; what came to an end meanwhile stays away from later periods by itself. */
    public void undo(Display display, long id, CurrentUser user) {
        require(user);
        hold(display);
        Change last = history(display).stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NotFound("display change", String.valueOf(id)));
        if (!last.undoable()) {
            throw new Stale("display", display.name());
        }
        List<IndicatorChoice> before = lines(display);
        List<IndicatorChoice> back =
                last.before().stream().map(Displays::choice).toList();
        replace(display, back);
        jdbc.sql("update display_change set undone_by = :by, undone_at = :at where id = :id")
                .param("by", user.accountId())
                .param("at", now())
                .param("id", id)
                .update();
        tell("changed-back", display, before, back);
    }

    /** In the order given, each known and in use, and none twice. */
    @Transactional(readOnly = true)
    public List<IndicatorChoice> checked(Display display, List<IndicatorChoice> wanted) {
        LocalDate today = Days.today(clock);
        Set<String> known = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            IndicatorChoice it = wanted.get(i);
            IndicatorDefinition definition = definitions.history(it.code()).stream()
                    .findFirst()
                    .filter(found -> found.code().equals(it.code()))
                    .orElseThrow(unknown(i, it));
            if (it.variant() != null && definition.variant(it.variant()) == null) {
                throw unknown(i, it).get();
            }
            if (definition.validTo().isBefore(today)) {
                throw RuleBroken.at("line" + i, "reports.display.error.ended", it.code(), definition.validTo());
            }
            if (!known.add(it.code())) {
                throw RuleBroken.at("line" + i, "reports.display.error.twice", it.code());
            }
        }
        if (!display.fits(wanted.size())) {
            throw RuleBroken.at(
                    "line0",
                    display == Display.TEAM ? "reports.display.error.columns" : "reports.display.error.lines",
                    display == Display.TEAM ? Display.COLUMNS_OF_TEAMS : Display.MOST);
        }
        return wanted;
    }

    private static Supplier<RuleBroken> unknown(int line, IndicatorChoice it) {
        return () -> RuleBroken.at("line" + line, "reports.display.error.unknown", text(it));
    }

    private void replace(Display display, List<IndicatorChoice> lines) {
        if (display == Display.TEAM_REPORT) {
            reports.replace(lines);
        } else {
            tiles.replace(display.name(), lines);
        }
    }

    /** Two who change the same list wait for each other. */
    private void hold(Display display) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('display ' || :display))")
                .param("display", display.name())
                .query()
                .listOfRows();
    }

    /** {@code CODE}, or {@code CODE/VARIANT}. */
    public static String text(IndicatorChoice it) {
        return it.variant() == null ? it.code() : it.code() + "/" + it.variant();
    }

    public static IndicatorChoice choice(String text) {
        String[] parts = text.split("/", 2);
        return new IndicatorChoice(parts[0], parts.length == 2 ? parts[1] : null);
    }

    private static List<String> texts(List<IndicatorChoice> lines) {
        return lines.stream().map(Displays::text).toList();
    }

    private void tell(String what, Display display, List<IndicatorChoice> before, List<IndicatorChoice> after) {
        events.publishEvent(
                new Audited("display." + what, "display", display.name(), null, texts(before), texts(after), null));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void require(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            throw new OutOfScope("displays", user.username());
        }
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                row.getLong("id"),
                list(row.getArray("before")),
                list(row.getArray("after")),
                row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("undone_by"),
                row.getBoolean("undoable"));
    }

    private static List<String> list(@Nullable Array array) throws SQLException {
        return Arrays.asList((String[]) Objects.requireNonNull(array).getArray());
    }
}
