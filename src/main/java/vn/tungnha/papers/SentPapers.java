package vn.tungnha.papers;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.Units;

/** Keeps papers as they were sent, byte for byte; sending again makes another beside it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class SentPapers {

    private static final int LONGEST_NUMBER = 40;

    /** First half of our advisory lock keys, so that nobody else's numbers meet ours. */
    private static final int LOCK_SPACE = 0x70617072;

    private final Papers papers;
    private final FormRegister register;
    private final PaperPrinter printer;
    private final SentRows rows;
    private final PaperRights rights;
    private final ScopeGuard guard;
    private final Teams teams;
    private final Units units;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** Prints the draft as it stands now and keeps it with its files. */
    @Transactional
    public long send(PaperRequest request, CurrentUser user) {
        PaperDraft draft = papers.writable(request, user);
        if (!draft.days().isOver(Days.today(clock).plusDays(1))) {
            throw RuleBroken.at("period", "papers.error.not-over", draft.days().last());
        }
        PaperPlace place = draft.place();
        takeTurns(draft);
        register.hold(draft.form());
        long id = jdbc.sql("""
            insert into sent_paper (form_id, form_version_id, unit_id, team_id, place, period, first_day, last_day, revision, title,
                                    text, locked, sent_by, sent_at)
            select :form, :version, :unit, :team, :place, :period, :first, :last, 1 + coalesce(max(p.revision), 0), :title, :text,
                   :locked, :by, :at
            from sent_paper p
            where p.form_id = :form and p.unit_id is not distinct from :unit and p.team_id is not distinct from :team
              and p.first_day = :first and p.last_day = :last
            returning id
            """)
                .param("form", draft.form().id())
                .param("version", draft.form().versionId())
                .param("unit", place.unitId(), Types.BIGINT)
                .param("team", place.teamId(), Types.BIGINT)
                .param("place", place.name())
                .param("period", draft.period().code())
                .param("first", draft.days().first())
                .param("last", draft.days().last())
                .param("title", draft.paper().fullTitle())
                .param("text", draft.paper().text())
                .param("locked", draft.locked())
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        for (String format : PaperPrinter.FORMATS) {
            keep(id, format, draft.fileName() + "." + format, printer.print(draft.paper(), format));
        }
        events.publishEvent(new Audited(
                "paper.sent",
                "paper",
                String.valueOf(id),
                place.home().id(),
                null,
                Map.of(
                        "form",
                        draft.form().code(),
                        "version",
                        draft.form().version(),
                        "period",
                        draft.period().code()),
                null));
        return id;
    }

    public PageOf<SentPaper> of(PaperPlace place, Paging paging) {
        return rows.of(place.unitId(), place.teamId(), paging);
    }

    /** @throws NotFound when there is none, or it lies elsewhere */
    public SentPaper get(long id, CurrentUser user) {
        SentPaper paper = rows.find(id).orElseThrow(() -> new NotFound("paper", id));
        if (paper.teamId() != null) {
            teams.get(paper.teamId(), user);
        } else if (paper.unitId() != null) {
            guard.require(user.scope(), Data.FIGURES, paper.unitId());
        }
        return paper;
    }

    /** Whether the reader may enter its number. */
    public boolean writes(SentPaper paper, CurrentUser user) {
        if (paper.teamId() != null) {
            return rights.writes(teams.get(paper.teamId()), user);
        }
        return paper.unitId() != null && rights.writes(units.get(paper.unitId(), Days.today(clock)), user);
    }

    public SentPaper.Content file(long id, String format, CurrentUser user) {
        get(id, user);
        return rows.content(id, format).orElseThrow(() -> new NotFound("paper-file", id + "." + format));
    }

    /** Writes down the number and day the paper was given in the register; earlier entries stay. */
    @Transactional
    public void enterNumber(long id, String number, @Nullable LocalDate dated, CurrentUser user) {
        SentPaper before = get(id, user);
        if (!writes(before, user)) {
            throw new NotFound("paper", id);
        }
        String given = number.strip();
        if (given.isEmpty() || given.length() > LONGEST_NUMBER) {
            throw RuleBroken.at("number", "papers.error.number", LONGEST_NUMBER);
        }
        if (dated == null || dated.isAfter(Days.today(clock).plusDays(1))) {
            throw RuleBroken.at("dated", "papers.error.dated");
        }
        jdbc.sql("""
            insert into sent_paper_number (paper_id, number, dated, entered_by, entered_at)
            values (:paper, :number, :dated, :by, :at)
            """)
                .param("paper", id)
                .param("number", given)
                .param("dated", dated)
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new Audited(
                "paper.numbered",
                "paper",
                String.valueOf(id),
                before.unitId(),
                numbered(before.number(), before.dated()),
                numbered(given, dated),
                null));
    }

    /** Who sends the same paper at the same moment waits, and becomes the next copy. */
    private void takeTurns(PaperDraft draft) {
        jdbc.sql("select pg_advisory_xact_lock(:space, hashtext(:paper))")
                .param("space", LOCK_SPACE)
                .param(
                        "paper",
                        "%d %s %s %s %s"
                                .formatted(
                                        draft.form().id(),
                                        draft.place().unitId(),
                                        draft.place().teamId(),
                                        draft.days().first(),
                                        draft.days().last()))
                .query((row, at) -> true)
                .single();
    }

    private void keep(long paper, String format, String name, byte[] content) {
        jdbc.sql("""
            insert into sent_paper_file (paper_id, format, name, sha256, content)
            values (:paper, :format, :name, :sha, :content)
            """)
                .param("paper", paper)
                .param("format", format)
                .param("name", name)
                .param("sha", sha256(content))
                .param("content", content)
                .update();
    }

    private static @Nullable Map<String, Object> numbered(@Nullable String number, @Nullable LocalDate dated) {
        if (number == null) {
            return null;
        }
        Map<String, Object> said = new HashMap<>();
        said.put("number", number);
        said.put("dated", dated);
        return said;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
