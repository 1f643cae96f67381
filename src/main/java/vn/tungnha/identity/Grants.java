package vn.tungnha.identity;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.units.UnitLevel;

/** Who looks after whom: every account is made, mended and closed by the level above it. */
@Component
@RequiredArgsConstructor
class Grants {

    private static final Map<Role, Set<Role>> BELOW = Map.of(
            Role.ADMIN, EnumSet.allOf(Role.class),
            Role.PROVINCE_OFFICER,
                    EnumSet.of(Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER, Role.LEADERSHIP_VIEWER),
            Role.WARD_OFFICER, EnumSet.of(Role.TEAM_LEADER, Role.TEAM_MEMBER));

    private static final Map<Role, Set<UnitLevel>> LEVELS = Map.of(
            Role.PROVINCE_OFFICER, EnumSet.of(UnitLevel.PROVINCE),
            Role.DISTRICT_OFFICER, EnumSet.of(UnitLevel.DISTRICT, UnitLevel.AREA),
            Role.WARD_OFFICER, EnumSet.of(UnitLevel.COMMUNE),
            Role.WARD_LEADER, EnumSet.of(UnitLevel.COMMUNE),
            Role.LEADERSHIP_VIEWER,
                    EnumSet.of(UnitLevel.PROVINCE, UnitLevel.DISTRICT, UnitLevel.AREA, UnitLevel.COMMUNE));

    /** Whether the place of assignment {@code s} lies under these roots today. */
    private static final String INSIDE = """
        (exists (select from unit_lineage l join unit_closure c on c.descendant_id = l.to_id
                  where l.from_id = s.unit_id and :today between l.valid_from and l.valid_to
                    and c.ancestor_id = any(%1$s) and :today between c.valid_from and c.valid_to)
         or exists (select from area_commune m join unit_closure c on c.descendant_id = m.commune_id
                     where m.area_id = s.unit_id and :today between m.valid_from and m.valid_to
                       and c.ancestor_id = any(%1$s) and :today between c.valid_from and c.valid_to)
         or exists (select from team t join team_area ta on ta.team_id = t.id
                      join unit_lineage l on l.from_id = ta.village_id
                      join unit_closure c on c.descendant_id = l.to_id
                     where t.id = s.team_id and ta.valid_to >= least(:today, t.ended_on)
                       and :today between l.valid_from and l.valid_to
                       and c.ancestor_id = any(%1$s) and :today between c.valid_from and c.valid_to))
        """;

    /** Each giving role reaches as far as its own assignments: a viewer of the province does not staff its wards. */
    private static final String GIVEN_BELOW =
            "(" + reach(Role.PROVINCE_OFFICER, ":province") + " or " + reach(Role.WARD_OFFICER, ":ward") + ")";

    /** Accounts that the caller looks after: all that is or will be in force was his to give. */
    static final String LOOKED_AFTER = """
        a.id <> :self and (:everything or (
            exists (select from assignment s where s.account_id = a.id and %1$s)
            and not exists (select from assignment s where s.account_id = a.id and s.valid_to >= :today
                               and not %1$s)))
        """.formatted(GIVEN_BELOW);

    /** Those of them whose name, login or telephone holds what was typed. */
    static final String LOOKED_FOR = LOOKED_AFTER + """
        and (:text = '' or strpos(folded(a.display_name), folded(:text)) > 0
             or strpos(a.username, lower(:text)) > 0
             or (:digits <> '' and strpos(a.phone, :digits) > 0))
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** Roles that somebody may give. */
    static Set<Role> below(CurrentUser user) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        user.roles().forEach(role -> roles.addAll(BELOW.getOrDefault(role, Set.of())));
        return roles;
    }

    static boolean fits(Role role, UnitLevel level) {
        return LEVELS.getOrDefault(role, Set.of()).contains(level);
    }

    /** Whether somebody may give this role at this unit or team. */
    boolean covers(CurrentUser user, Role role, @Nullable Long unitId, @Nullable Long teamId) {
        if (user.scope().everything()) {
            return true;
        }
        String sql = "select " + GIVEN_BELOW
                + " from (select cast(:role as text) as role, cast(:unit as bigint) as unit_id,"
                + " cast(:team as bigint) as team_id) s";
        return bind(jdbc.sql(sql), user)
                .param("role", role.name())
                .param("unit", unitId)
                .param("team", teamId)
                .query(Boolean.class)
                .single();
    }

    /** Named parameters of {@link #LOOKED_AFTER}. */
    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CurrentUser user) {
        return statement
                .param("self", user.accountId())
                .param("everything", user.scope().everything())
                .param("province", roots(user, Role.PROVINCE_OFFICER))
                .param("ward", roots(user, Role.WARD_OFFICER))
                .param("today", Days.today(clock));
    }

    /** Named parameters of {@link #LOOKED_FOR}. */
    JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, CurrentUser user, String typed) {
        String text = typed.strip();
        return bind(statement, user).param("text", text).param("digits", text.replaceAll("^0|\\D", ""));
    }

    private static Long[] roots(CurrentUser user, Role role) {
        return user.as(role).scope().figures().toArray(Long[]::new);
    }

    void requireLookedAfter(UUID account, CurrentUser user) {
        boolean found = bind(
                        jdbc.sql("select exists (select from account a where a.id = :id and " + LOOKED_AFTER + ")"),
                        user)
                .param("id", account)
                .query(Boolean.class)
                .single();
        if (!found) {
            throw new OutOfScope("account", account);
        }
    }

    private static String reach(Role giver, String roots) {
        String roles = BELOW.getOrDefault(giver, Set.of()).stream()
                .map(role -> "'" + role + "'")
                .collect(Collectors.joining(", "));
        return "(s.role in (" + roles + ") and " + INSIDE.formatted(roots) + ")";
    }
}
