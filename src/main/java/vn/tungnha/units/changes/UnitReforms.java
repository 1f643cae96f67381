package vn.tungnha.units.changes;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;
import vn.tungnha.units.FollowsVillages;
import vn.tungnha.units.UnitEffect;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.UnitChange.State;

/** Mergers, splits, moves, renames and endings: drafted, previewed, proposed, approved by somebody else, undone. */
@Service
@RequiredArgsConstructor
@Transactional
public class UnitReforms {

    private static final int LONGEST_REASON = 500;

    private final Proposals proposals;
    private final ChangeEngine engine;
    private final Previews previews;
    private final Units units;
    private final ScopeGuard guard;
    private final List<FollowsVillages> followers;
    private final ApplicationEventPublisher events;

    public long draft(ChangePlan plan, String decree, @Nullable LocalDate decreeDate, String note, CurrentUser user) {
        requireProposer(plan, user);
        requireSense(plan);
        long id = proposals.insert(plan, decree.strip(), decreeDate, note.strip(), user.accountId());
        tell("unit-change.drafted", proposals.get(id), null);
        return id;
    }

    @Transactional(readOnly = true)
    public UnitChange get(long id, CurrentUser user) {
        UnitChange change = proposals.get(id);
        if (change.plan().units().stream().noneMatch(unit -> guard.covers(user.scope(), Data.FIGURES, unit))) {
            throw new OutOfScope("unit-change", id);
        }
        return change;
    }

    @Transactional(readOnly = true)
    public PageOf<UnitChange> list(@Nullable State state, CurrentUser user, Paging paging) {
        return proposals.list(user.scope().everything(), user.scope().figures(), state, paging);
    }

    /** What the plan would do today; nothing is changed. In a transaction of its own, which a broken rule spoils. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public ChangePreview preview(UnitChange change) {
        return previews.of(change);
    }

    /** What somebody still has to see to after the change was carried out. */
    @Transactional(readOnly = true)
    public List<UnitEffect> left(UnitChange change) {
        return previews.left(change.plan());
    }

    public void propose(long id, int version, CurrentUser user) {
        UnitChange change = open(id, version, user, State.DRAFT);
        requireProposer(change.plan(), user);
        engine.requireOpen(change.plan());
        engine.tryOut(change.plan(), change.decree());
        proposals.become(change, State.PROPOSED, "proposed_by", "proposed_at", user.accountId(), null);
        tell("unit-change.proposed", change, null);
    }

    /** Applies the change at once; its day may lie in the past or the future. */
    public void approve(long id, int version, CurrentUser user) {
        UnitChange change = open(id, version, user, State.PROPOSED);
        requireApprover(change.plan(), user);
        if (user.accountId().equals(change.proposedBy())) {
            throw new RuleBroken("units.change.error.second-person");
        }
        proposals.become(change, State.APPLIED, "decided_by", "decided_at", user.accountId(), null);
        engine.apply(id, change.plan(), change.decree());
        tell("unit-change.applied", change, null);
    }

    /** Turned down by an approver, or taken back by who drafted it. */
    public void reject(long id, int version, String reason, CurrentUser user) {
        UnitChange change = proposals.get(id);
        boolean own = user.accountId().equals(change.draftedBy());
        change = open(id, version, user, change.state() == State.DRAFT ? State.DRAFT : State.PROPOSED);
        if (!own) {
            requireApprover(change.plan(), user);
        }
        String why = own && reason.isBlank() ? "" : required(reason);
        proposals.become(change, State.REJECTED, "decided_by", "decided_at", user.accountId(), why);
        tell("unit-change.rejected", change, why);
    }

    /** Puts everything back as it was, while no later change builds on it and no period that holds it is closed. */
    public void undo(long id, int version, String reason, CurrentUser user) {
        UnitChange change = open(id, version, user, State.APPLIED);
        requireApprover(change.plan(), user);
        String why = required(reason);
        engine.undo(id, change.plan());
        proposals.become(change, State.UNDONE, "undone_by", "undone_at", user.accountId(), why);
        tell("unit-change.undone", change, why);
    }

    /** Alleys of a village and how many households live in each: what a split goes by. */
    @Transactional(readOnly = true)
    public Map<String, Integer> alleys(long village, LocalDate on, CurrentUser user) {
        guard.require(user.scope(), Data.PEOPLE, village);
        Map<String, Integer> alleys = new LinkedHashMap<>();
        followers.forEach(follower -> alleys.putAll(follower.alleys(village, on)));
        return alleys;
    }

    public boolean mayDecide(UnitChange change, CurrentUser user) {
        CurrentUser approver = approving(change.plan(), user);
        return !approver.roles().isEmpty()
                && change.plan().units().stream().allMatch(unit -> guard.covers(approver.scope(), Data.FIGURES, unit));
    }

    /** Somewhere at least. */
    public static boolean mayPropose(ChangePlan.Kind kind, UnitLevel level, CurrentUser user) {
        return !proposing(kind, level, user).roles().isEmpty();
    }

    private static CurrentUser proposing(ChangePlan.Kind kind, UnitLevel level, CurrentUser user) {
        return by(kind, level, Role.WARD_OFFICER, user);
    }

    /** Villages are approved by the ward's leader. */
    private static CurrentUser approving(ChangePlan plan, CurrentUser user) {
        return by(plan.kind(), plan.level(), Role.WARD_LEADER, user);
    }

    /** Communes and areas are the province's affair, and so is what crosses their borders; villages the ward's. */
    private static CurrentUser by(ChangePlan.Kind kind, UnitLevel level, Role ward, CurrentUser user) {
        return switch (level) {
            case PROVINCE -> user.as(Role.ADMIN);
            case AREA, COMMUNE, DISTRICT -> user.as(Role.ADMIN, Role.PROVINCE_OFFICER);
            case VILLAGE ->
                kind == ChangePlan.Kind.MOVE ? user.as(Role.ADMIN, Role.PROVINCE_OFFICER) : user.as(Role.ADMIN, ward);
        };
    }

    private void requireProposer(ChangePlan plan, CurrentUser user) {
        requirePlaces(plan, proposing(plan.kind(), plan.level(), user));
    }

    private void requireApprover(ChangePlan plan, CurrentUser user) {
        requirePlaces(plan, user);
        CurrentUser approver = approving(plan, user);
        if (approver.roles().isEmpty()) {
            throw new RuleBroken("units.change.error.not-approver");
        }
        requirePlaces(plan, approver);
    }

    private void requirePlaces(ChangePlan plan, CurrentUser user) {
        plan.units().forEach(unit -> guard.require(user.scope(), Data.FIGURES, unit));
        plan.parts().forEach(part -> {
            if (part.founded() != null && part.founded().parentId() != null) {
                guard.require(user.scope(), Data.FIGURES, part.founded().parentId());
            }
            part.children().forEach(child -> guard.require(user.scope(), Data.FIGURES, child));
        });
    }

    private void requireSense(ChangePlan plan) {
        if (plan.sources().isEmpty()) {
            throw RuleBroken.at("units", "units.change.error.none");
        }
        if (plan.level() == UnitLevel.DISTRICT) {
            throw RuleBroken.at("units", "units.change.error.district");
        }
        LocalDate eve = plan.effective().minusDays(1);
        for (long source : plan.sources()) {
            UnitView unit = units.get(source, eve);
            if (unit.level() != plan.level()) {
                throw RuleBroken.at("units", "units.change.error.level", unit.fullName());
            }
        }
        engine.tryOut(plan, "");
    }

    private UnitChange open(long id, int version, CurrentUser user, State expected) {
        UnitChange change = get(id, user);
        if (change.version() != version || change.state() != expected) {
            throw new Stale("unit-change", String.valueOf(id));
        }
        return change;
    }

    private static String required(String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw RuleBroken.at("reason", "units.change.error.reason", LONGEST_REASON);
        }
        return why;
    }

    private void tell(String action, UnitChange change, @Nullable String reason) {
        Map<String, Object> facts = new LinkedHashMap<>();
        LocalDate eve = change.plan().effective().minusDays(1);
        facts.put("kind", change.plan().kind());
        facts.put("effective", change.plan().effective());
        facts.put(
                "units",
                change.plan().sources().stream()
                        .map(unit -> units.get(unit, eve).code())
                        .toList());
        facts.put("decree", change.decree());
        events.publishEvent(new Audited(
                action,
                "unit-change",
                String.valueOf(change.id()),
                change.plan().sources().get(0),
                null,
                facts,
                reason));
    }
}
