package vn.tungnha.life;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.teams.Decision;
import vn.tungnha.teams.TeamChanges;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** Decisions on teams: drafted from the register, numbered and filed when signed, then part of the teams' history. */
@Service
@RequiredArgsConstructor
@Transactional
public class Decisions {

    private final DecisionRows rows;
    private final DecisionWriter writer;
    private final PaperPrinter printer;
    private final Teams teams;
    private final TeamChanges changes;
    private final ScopeGuard guard;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    @Transactional(readOnly = true)
    public PageOf<DecisionPaper> list(CurrentUser user, Paging paging) {
        return rows.list(user.scope(), Days.today(clock), paging);
    }

    /** @throws NotFound when there is none, or it lies elsewhere */
    @Transactional(readOnly = true)
    public DecisionPaper get(long id, CurrentUser user) {
        DecisionPaper paper = rows.find(id).orElseThrow(() -> new NotFound("decision", id));
        guard.require(user.scope(), Data.FIGURES, paper.unitId());
        return paper;
    }

    /** As it would be printed now; once signed, with number, day and signer. */
    @Transactional(readOnly = true)
    public Paper paper(DecisionPaper decision) {
        return writer.write(decision);
    }

    /** Drafts a decision for teams of one ward. */
    public long draft(DecisionDraft draft, CurrentUser user) {
        Set<Long> wards = new HashSet<>();
        for (Long team : draft.teamIds()) {
            teams.get(team, user);
            wards.add(Objects.requireNonNullElse(
                    teams.get(team, draft.effective()).communeId(), -1L));
        }
        if (wards.isEmpty()) {
            throw RuleBroken.at("teams", "life.error.teams");
        }
        if (wards.size() > 1) {
            throw RuleBroken.at("teams", "life.error.two-wards");
        }
        long ward = wards.iterator().next();
        long id = jdbc.sql("""
                        insert into decision_paper (kind, unit_id, effective, reason, drafted_by, drafted_at)
                        values (:kind, :unit, :effective, :reason, :by, :at) returning id""")
                .param("kind", draft.kind().name())
                .param("unit", ward)
                .param("effective", draft.effective())
                .param("reason", draft.reason())
                .param("by", user.accountId())
                .param("at", now())
                .query(Long.class)
                .single();
        draft.teamIds().forEach(team -> jdbc.sql("insert into decision_paper_team (paper_id, team_id) values (?, ?)")
                .params(id, team)
                .update());
        tell("decision.drafted", id, ward, null, draft);
        return id;
    }

    /** It was signed: number, day and signer go into the register, the text is kept as it stands, and what was signed. */
    public void sign(
            long id, int version, DecisionPaper.Signature signature, @Nullable SignedFile file, CurrentUser user) {
        DecisionPaper before = get(id, user);
        if (before.withdrawn() != null) {
            throw new RuleBroken("life.error.withdrawn");
        }
        LocalDate latest = Days.today(clock).plusDays(1);
        if (signature.dated().isAfter(latest)) {
            throw RuleBroken.at("dated", "life.error.dated");
        }
        int changed = jdbc.sql("""
                        update decision_paper set version = version + 1, number = :number, dated = :dated, signer = :signer,
                            entered_by = :by, entered_at = :at where id = :id and version = :version""")
                .param("number", signature.number())
                .param("dated", signature.dated())
                .param("signer", signature.signer())
                .param("by", user.accountId())
                .param("at", now())
                .param("id", id)
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new Stale("decision", id);
        }
        DecisionPaper signed = get(id, user);
        byte[] text = printer.print(writer.write(signed), "docx");
        keep(id, "TEXT", new SignedFile(fileName(signed) + ".docx", PaperPrinter.contentType("docx"), text), user);
        if (file != null) {
            keep(id, "SIGNED", file, user);
        }
        enter(signed, signature, user);
        tell("decision.signed", id, before.unitId(), before.number() == null ? null : facts(before), facts(signed));
    }

    /** Adds what was signed, where it was not at hand when the number was entered. */
    public void attach(long id, SignedFile file, CurrentUser user) {
        DecisionPaper paper = get(id, user);
        if (!paper.signed()) {
            throw RuleBroken.at("file", "life.error.number-first");
        }
        keep(id, "SIGNED", file, user);
        tell("decision.filed", id, paper.unitId(), null, Map.of("file", file.name()));
    }

    /** Throws a draft away. */
    public void withdraw(long id, CurrentUser user) {
        DecisionPaper paper = get(id, user);
        if (!paper.open()) {
            throw new RuleBroken("life.error.signed");
        }
        jdbc.sql("update decision_paper set version = version + 1, withdrawn_at = :at where id = :id")
                .param("at", now())
                .param("id", id)
                .update();
        tell("decision.withdrawn", id, paper.unitId(), null, null);
    }

    @Transactional(readOnly = true)
    public DecisionPaper.Content file(long id, long file, CurrentUser user) {
        get(id, user);
        return rows.content(id, file).orElseThrow(() -> new NotFound("decision-file", file));
    }

    /** Of a team its reader may see; drafts too. */
    @Transactional(readOnly = true)
    public List<DecisionPaper> of(TeamView team) {
        return rows.of(team.id());
    }

    public static String fileName(DecisionPaper decision) {
        String kind =
                switch (decision.kind()) {
                    case ESTABLISH -> "thanh-lap";
                    case RENEW -> "kien-toan";
                    case DISSOLVE -> "giai-the";
                };
        return "quyet-dinh-" + kind + "-" + decision.id();
    }

    private void enter(DecisionPaper paper, DecisionPaper.Signature signature, CurrentUser user) {
        Decision decision = new Decision(signature.number(), signature.dated(), signature.signer());
        for (Long team : paper.teamIds()) {
            if (paper.kind() == DecisionKind.ESTABLISH) {
                teams.establishedBy(team, decision, user);
            }
            changes.decidedBy(team, paper.effective(), decision, user);
        }
    }

    private void keep(long id, String kind, SignedFile file, CurrentUser user) {
        jdbc.sql("""
                        insert into decision_paper_file (paper_id, kind, name, type, size, sha256, content, added_by, added_at)
                        values (:paper, :kind, :name, :type, :size, :sha, :content, :by, :at)""")
                .param("paper", id)
                .param("kind", kind)
                .param("name", file.name())
                .param("type", file.type())
                .param("size", file.content().length)
                .param("sha", sha256(file.content()))
                .param("content", file.content())
                .param("by", user.accountId())
                .param("at", now())
                .update();
    }

    private static DecisionPaper.Signature facts(DecisionPaper paper) {
        return new DecisionPaper.Signature(
                Objects.requireNonNull(paper.number()),
                Objects.requireNonNull(paper.dated()),
                Objects.requireNonNull(paper.signer()));
    }

    private void tell(String action, long id, long unit, @Nullable Object before, @Nullable Object after) {
        events.publishEvent(new Audited(action, "decision", String.valueOf(id), unit, before, after, null));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
