package vn.tungnha.teams;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.LiveFigures;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;

/** The register of teams: who looks after which villages, from when to when. */
@Service
@RequiredArgsConstructor
@Transactional
public class Teams {

    private final TeamRepository teams;
    private final TeamReads reads;
    private final TeamSearch search;
    private final TeamRoster roster;
    private final TeamAreas areas;
    private final TeamWrites writes;
    private final TeamPlaceFinder places;
    private final LiveFigures figures;

    /** The team as it is today, whoever asks; for pages ask with a user. */
    @Transactional(readOnly = true)
    public TeamView get(long id) {
        return get(id, reads.today());
    }

    @Transactional(readOnly = true)
    public TeamView get(long id, LocalDate on) {
        return reads.teams(Set.of(id), on).stream().findFirst().orElseThrow(() -> new NotFound("team", id));
    }

    @Transactional(readOnly = true)
    public TeamView get(long id, CurrentUser user) {
        places.require(id, user);
        return get(id);
    }

    @Transactional(readOnly = true)
    public PageOf<TeamRow> list(TeamQuery query, CurrentUser user, Paging paging) {
        return search.list(query, user, paging);
    }

    @Transactional(readOnly = true)
    public TeamStats stats(TeamQuery query, CurrentUser user) {
        return search.stats(query, user);
    }

    /** The responsible organisations that occur in the reader's view. */
    @Transactional(readOnly = true)
    public List<String> responsibles(TeamQuery query, CurrentUser user) {
        return search.responsibles(query, user);
    }

    /** Teams at work in any of these villages on a day. */
    @Transactional(readOnly = true)
    public List<TeamView> of(Collection<Long> villages, LocalDate on) {
        return reads.teams(reads.idsIn(villages, on), on);
    }

    /** Several teams as they were on a day. */
    @Transactional(readOnly = true)
    public List<TeamView> all(Collection<Long> ids, LocalDate on) {
        return reads.teams(ids, on);
    }

    /** Members on a day: leader, deputies, then by given name. */
    @Transactional(readOnly = true)
    public List<MemberView> members(long id, LocalDate on) {
        return reads.members(id, on);
    }

    /** Members of several teams on a day. */
    @Transactional(readOnly = true)
    public List<MemberView> membersOf(Collection<Long> ids, LocalDate on) {
        return reads.membersOf(ids, on);
    }

    /** Every line of membership there ever was, the latest first. */
    @Transactional(readOnly = true)
    public List<MemberView> memberHistory(long id) {
        return reads.memberHistory(id);
    }

    /** Villages that came or went after the team was founded and before it ended. */
    @Transactional(readOnly = true)
    public List<AreaChange> areaHistory(long id) {
        return areas.history(id);
    }

    @Transactional(readOnly = true)
    public MemberView member(UUID id, CurrentUser user) {
        MemberView member = reads.memberOrNull(id);
        if (member == null) {
            throw new NotFound("member", id);
        }
        places.require(member.teamId(), user);
        return member;
    }

    public long create(TeamCommand command, CurrentUser user) {
        return writes.create(command, user);
    }

    public void edit(long id, int version, TeamCommand command, CurrentUser user) {
        places.require(id, user);
        writes.edit(id, version, command, user);
    }

    /** Notes the decision that established the team, once it was signed. */
    public void establishedBy(long id, Decision decision, CurrentUser user) {
        places.require(id, user);
        writes.establishedBy(id, decision);
    }

    public UUID addMember(long teamId, MemberCommand command, CurrentUser user) {
        places.require(teamId, user);
        requireTeam(teamId).requireActive();
        return booked(teamId, () -> roster.add(teamId, command));
    }

    public void editMember(UUID id, int version, MemberCommand command, CurrentUser user) {
        MemberView before = member(id, user);
        booked(before.teamId(), () -> roster.edit(id, version, command));
    }

    /** The member belongs to the team up to and including this day. */
    public void removeMember(UUID id, int version, LocalDate lastDay, @Nullable String reason, CurrentUser user) {
        MemberView before = member(id, user);
        booked(before.teamId(), () -> roster.leave(id, version, lastDay, reason));
    }

    /** From this day on this member leads; the leader so far becomes a member. Both keep their former lines. */
    public void changeLeader(long teamId, UUID memberId, LocalDate from, CurrentUser user) {
        places.require(teamId, user);
        requireTeam(teamId).requireActive();
        booked(teamId, () -> roster.lead(teamId, memberId, from));
    }

    /** Notes which account a member signs in with. */
    public void bindAccount(UUID memberId, UUID accountId, CurrentUser user) {
        member(memberId, user);
        roster.bind(memberId, accountId);
    }

    private Team requireTeam(long id) {
        return teams.findById(id).orElseThrow(() -> new NotFound("team", id));
    }

    private <T> T booked(long teamId, Supplier<T> change) {
        return figures.during(new LiveFigures.Touched(Set.of(), Set.of(), Set.of(teamId)), change);
    }
}
