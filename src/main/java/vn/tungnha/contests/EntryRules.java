package vn.tungnha.contests;

import java.sql.Types;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PhoneNumber;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;

/** Who may enter a contest, and by what name. */
@Component
@RequiredArgsConstructor
public class EntryRules {

    static final int LONGEST = 40;

    /** A hall holds fewer; a script that makes browsers up stops here. */
    static final int MOST = 5000;

    /** More teams than that are not chosen from a list on a phone: their members sign in. */
    private static final int MOST_TEAMS = 400;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** A team that may enter. */
    public record Side(long id, String name) {}

    record Checked(
            String nickname,
            String key,
            @Nullable String fullName,
            @Nullable String phone,
            @Nullable Long team) {}

    Checked check(ContestView contest, EntryCommand told, @Nullable CurrentUser user) {
        if (contest.entrants() == Entrants.MEMBERS && !isMember(contest, user)) {
            throw new RuleBroken("contests.error.members");
        }
        if (contest.players() >= MOST) {
            throw new RuleBroken("contests.error.full");
        }
        Side side = contest.sides() == Sides.TEAMS ? side(contest, told, user) : null;
        String nickname = side == null ? words("nickname", told.nickname()) : side.name();
        return new Checked(
                nickname,
                side == null ? SortKeys.fold(nickname) : "team " + side.id(),
                contest.fullNames() ? words("fullName", told.fullName()) : null,
                contest.phones() ? phone(told.phone()) : null,
                side == null ? null : side.id());
    }

    /** Why nobody could be entered: somebody has that name, that number or that team already. */
    RuleBroken taken(ContestView contest, Checked entry) {
        boolean named = jdbc.sql(
                        "select exists (select from contest_entry where contest_id = :contest and nickname_key = :key)")
                .param("contest", contest.id())
                .param("key", entry.key())
                .query(Boolean.class)
                .single();
        if (named) {
            return entry.team() == null
                    ? RuleBroken.at("nickname", "contests.error.nickname-taken")
                    : RuleBroken.at("team", "contests.error.team-taken");
        }
        return RuleBroken.at("phone", "contests.error.phone-taken");
    }

    public boolean isMember(ContestView contest, @Nullable CurrentUser user) {
        return user != null && !ownSides(contest, user).isEmpty();
    }

    /** Teams that whoever asks may enter: one's own, or all under the place where anyone may. */
    public List<Side> sides(ContestView contest, @Nullable CurrentUser user) {
        List<Side> own = user == null ? List.of() : ownSides(contest, user);
        if (!own.isEmpty() || contest.entrants() == Entrants.MEMBERS) {
            return own;
        }
        List<Side> all = under(contest, null);
        return all.size() > MOST_TEAMS ? List.of() : all;
    }

    private Side side(ContestView contest, EntryCommand told, @Nullable CurrentUser user) {
        return sides(contest, user).stream()
                .filter(side -> Long.valueOf(side.id()).equals(told.team()))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("team", "contests.error.team"));
    }

    private List<Side> ownSides(ContestView contest, CurrentUser user) {
        return user.scope().teams().isEmpty()
                ? List.of()
                : under(contest, user.scope().teams().toArray(Long[]::new));
    }

    private List<Side> under(ContestView contest, Long @Nullable [] teams) {
        return jdbc.sql("""
                        select distinct t.id, t.name from team t
                        join team_area s on s.team_id = t.id and :today between s.valid_from and s.valid_to
                        where (cast(:teams as bigint[]) is null or t.id = any(:teams))
                          and (t.id = :team or exists (
                              select from unit_closure x where x.descendant_id = s.village_id and x.ancestor_id = :unit
                                and :today between x.valid_from and x.valid_to))
                        order by t.name, t.id limit :most""")
                .param("today", Days.today(clock))
                .param("teams", teams, Types.ARRAY)
                .param("team", contest.teamId(), Types.BIGINT)
                .param("unit", contest.unitId(), Types.BIGINT)
                .param("most", MOST_TEAMS + 1)
                .query(Side.class)
                .list();
    }

    private static String words(String field, @Nullable String typed) {
        String text = typed == null ? "" : typed.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            throw RuleBroken.at(field, "contests.error.missing");
        }
        if (text.length() > LONGEST) {
            throw RuleBroken.at(field, "contests.error.too-long", LONGEST);
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw RuleBroken.at(field, "contests.error.no-letters");
        }
        return text;
    }

    private static String phone(@Nullable String typed) {
        return PhoneNumber.plain(typed == null ? "" : typed)
                .orElseThrow(() -> RuleBroken.at("phone", "contests.error.phone"));
    }
}
