package vn.tungnha.visits;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;

/** Who of a team goes where today, so that two do not knock at one door. Tomorrow nothing of it holds any more. */
@Service
@RequiredArgsConstructor
@Transactional
public class Shares {

    private final JdbcClient jdbc;
    private final VisitAccess access;
    private final Rounds rounds;
    private final TeamPeople people;
    private final Clock clock;

    /**
     * Hands the open households of some alleys, and single ones besides, to a member.
     *
     * @param member null = to nobody in particular
     * @return what was done, to be undone; how many households it was about
     */
    public Done hand(long team, @Nullable UUID member, Wanted wanted, CurrentUser user) {
        access.requireOwnTeam(team, user);
        if (!leads(team, user) && !isMe(team, member, user)) {
            throw new OutOfScope("team", team);
        }
        if (member != null) {
            requireMembers(team, Set.of(member), user);
        }
        Round round = rounds.today(team, user);
        List<UUID> households = round.stops().stream()
                .filter(stop -> wanted.households().contains(stop.id())
                        || (wanted.alleys().contains(stop.alley()) && round.open(stop)))
                .map(Stop::id)
                .toList();
        if (households.isEmpty()) {
            throw RuleBroken.at("alleys", "visits.error.share-nothing");
        }
        Map<UUID, UUID> parts = new LinkedHashMap<>();
        households.forEach(household -> parts.put(household, member));
        return store(team, parts, user);
    }

    /** Takes over what others have, for oneself. */
    public Done take(long team, Wanted wanted, CurrentUser user) {
        UUID me = rounds.me(team, user).orElseThrow(() -> RuleBroken.at("member", "visits.error.share-no-member"));
        return hand(team, me, wanted, user);
    }

    /** Cuts what is open into parts of one size along the way, one for each member. */
    public Done evenly(long team, Collection<UUID> members, CurrentUser user) {
        access.requireOwnTeam(team, user);
        if (!leads(team, user)) {
            throw new OutOfScope("team", team);
        }
        List<UUID> takers = requireMembers(team, members, user);
        if (takers.isEmpty()) {
            throw RuleBroken.at("members", "visits.error.share-nobody");
        }
        Round round = rounds.today(team, user);
        List<Stop> open = round.alleys().values().stream()
                .flatMap(List::stream)
                .filter(stop -> round.open(stop) && !stop.skipped())
                .toList();
        if (open.isEmpty()) {
            throw RuleBroken.at("members", "visits.error.share-nothing");
        }
        Map<UUID, UUID> parts = new LinkedHashMap<>();
        for (int i = 0; i < open.size(); i++) {
            parts.put(open.get(i).id(), takers.get((int) ((long) i * takers.size() / open.size())));
        }
        return store(team, parts, user);
    }

    /** Takes one sharing back, as if it had never been; what was shared after it stays. */
    public void undo(long team, UUID share, CurrentUser user) {
        access.requireOwnTeam(team, user);
        if (!jdbc.sql("select exists (select from field_share where id = :id and team_id = :team)")
                .param("id", share)
                .param("team", team)
                .query(Boolean.class)
                .single()) {
            throw new OutOfScope("share", share);
        }
        jdbc.sql("""
            update field_share set undone_at = :now
            where id = :id and team_id = :team and day = :today and undone_at is null
              and (shared_by = :account or :leads)
            """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", share)
                .param("team", team)
                .param("today", Days.today(clock))
                .param("account", user.accountId())
                .param("leads", leads(team, user))
                .update();
    }

    /** A leader of one team may be a member of another. */
    private static boolean leads(long team, CurrentUser user) {
        return user.as(Role.TEAM_LEADER).scope().teams().contains(team);
    }

    private boolean isMe(long team, @Nullable UUID member, CurrentUser user) {
        return member != null && rounds.me(team, user).filter(member::equals).isPresent();
    }

    /** In the order of the team's list, whatever the order they were named in. */
    private List<UUID> requireMembers(long team, Collection<UUID> wanted, CurrentUser user) {
        List<UUID> members = people.of(String.valueOf(team), Days.today(clock), user).stream()
                .map(TeamPeople.Member::id)
                .toList();
        Set<UUID> strangers = new LinkedHashSet<>(wanted);
        members.forEach(strangers::remove);
        if (!strangers.isEmpty()) {
            throw RuleBroken.at("member", "visits.error.member");
        }
        return members.stream().filter(wanted::contains).toList();
    }

    private Done store(long team, Map<UUID, UUID> parts, CurrentUser user) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
            insert into field_share (id, team_id, day, shared_by, shared_at)
            values (:id, :team, :today, :account, :now)
            """)
                .param("id", id)
                .param("team", team)
                .param("today", Days.today(clock))
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql("""
            insert into field_share_part (share_id, household_id, member_id)
            select :id, household, member from unnest(:households, :members) as part(household, member)
            """)
                .param("id", id)
                .param("households", parts.keySet().toArray(UUID[]::new))
                .param("members", new ArrayList<>(parts.values()).toArray(UUID[]::new))
                .update();
        return new Done(id, parts.size());
    }

    /** Whole alleys, as today's list names them, and single households. */
    public record Wanted(Set<String> alleys, Set<UUID> households) {}

    /** One sharing. */
    public record Done(UUID id, int households) {}
}
