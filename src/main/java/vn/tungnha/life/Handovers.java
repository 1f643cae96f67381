package vn.tungnha.life;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.papers.Paper;
import vn.tungnha.papers.print.PaperPrinter;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** What a former leader leaves to a new one, and that the new one has taken it over. */
@Service
@RequiredArgsConstructor
@Transactional
public class Handovers {

    private final HandoverRows rows;
    private final PackReader reader;
    private final PackPaper writer;
    private final PaperPrinter printer;
    private final Teams teams;
    private final ScopeGuard guard;
    private final ApplicationEventPublisher events;

    /** The latest first, for whoever may see the team. */
    @Transactional(readOnly = true)
    public List<Handover> of(long team) {
        return rows.of(team);
    }

    /** @throws NotFound when there is none, or its people are none of the reader's */
    @Transactional(readOnly = true)
    public Handover get(long team, long id, CurrentUser user) {
        TeamView view = teams.get(team, user);
        if (!guard.admits(user.scope(), Data.PEOPLE, view.villageIds(), Set.of(team))) {
            throw new OutOfScope("handover", id);
        }
        return rows.find(team, id).orElseThrow(() -> new NotFound("handover", id));
    }

    /** What is open now. */
    @Transactional(readOnly = true)
    public HandoverPack pack(Handover handover) {
        return reader.read(teams.get(handover.teamId()), handover.formerAccount());
    }

    /** @param format docx or pdf; once taken over the PDF is the one that was kept then */
    @Transactional(readOnly = true)
    public byte[] file(Handover handover, String format) {
        if (format.equals("pdf")) {
            return rows.pack(handover.id()).orElseGet(() -> printer.print(paper(handover), format));
        }
        return printer.print(paper(handover), format);
    }

    /** Whether this reader is the one to take it over: the new leader, or the ward where that leader has no account. */
    public boolean mayConfirm(Handover handover, CurrentUser user) {
        if (handover.confirmed() != null) {
            return false;
        }
        return handover.successorAccount() == null
                ? user.has(Role.WARD_OFFICER, Role.WARD_LEADER)
                : handover.successorAccount().equals(user.accountId());
    }

    /** "Đã nhận bàn giao": keeps the pack as it stands. */
    public void confirm(long team, long id, CurrentUser user) {
        Handover handover = get(team, id, user);
        if (!mayConfirm(handover, user)) {
            throw new RuleBroken("life.error.not-yours");
        }
        if (!rows.confirm(id, printer.print(paper(handover), "pdf"), user)) {
            throw new RuleBroken("life.error.not-yours");
        }
        TeamView view = teams.get(team);
        events.publishEvent(new Audited(
                "team.handed-over",
                "team",
                String.valueOf(team),
                view.communeId(),
                null,
                Map.of("successor", handover.successor(), "from", handover.from()),
                null));
    }

    /** The record both sides sign, as it stands now. */
    @Transactional(readOnly = true)
    public Paper paper(Handover handover) {
        return writer.write(handover, teams.get(handover.teamId()), pack(handover));
    }
}
