package vn.tungnha.door;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.Teams;

/** Which members agreed to have their telephone shown to everybody: noted by the ward, taken back at any time. */
@Service
@RequiredArgsConstructor
@Transactional
public class PhoneConsents {

    private static final Set<String> HOW = Set.of("SPOKEN", "WRITTEN");

    private final JdbcClient jdbc;
    private final Teams teams;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** A consent as it was noted. @param how SPOKEN or WRITTEN */
    public record Consent(UUID member, LocalDate agreedOn, String how) {}

    @Transactional(readOnly = true)
    public List<Consent> ofTeam(long team) {
        return jdbc.sql("""
                        select p.member_id as member, p.agreed_on, p.how from public_phone p
                        join team_member m on m.id = p.member_id where m.team_id = ?""").param(team).query(Consent.class).list();
    }

    /** Members of these teams whose telephone may be shown. */
    @Transactional(readOnly = true)
    public Set<UUID> of(Collection<Long> ofTeams) {
        return jdbc.sql("""
                        select p.member_id from public_phone p join team_member m on m.id = p.member_id
                        where m.team_id = any(:teams)""")
                .param("teams", ofTeams.toArray(Long[]::new))
                .query(UUID.class)
                .set();
    }

    /** @throws RuleBroken without a telephone, or for a day to come */
    public void agree(UUID id, LocalDate day, String how, CurrentUser user) {
        MemberView member = teams.member(id, user);
        if (member.phone() == null) {
            throw RuleBroken.at("member", "door.error.no-phone");
        }
        if (day.isAfter(Days.today(clock)) || !HOW.contains(how)) {
            throw RuleBroken.at("day", "door.error.consent-day");
        }
        jdbc.sql("""
                        insert into public_phone (member_id, agreed_on, how, noted_by, noted_at)
                        values (:member, :day, :how, :account, :now)
                        on conflict (member_id) do update set agreed_on = excluded.agreed_on, how = excluded.how,
                            noted_by = excluded.noted_by, noted_at = excluded.noted_at""")
                .param("member", id)
                .param("day", day)
                .param("how", how)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        tell("public-phone.agreed", id, Map.of("agreedOn", day, "how", how));
    }

    public void takeBack(UUID id, CurrentUser user) {
        teams.member(id, user);
        if (jdbc.sql("delete from public_phone where member_id = ?").param(id).update() > 0) {
            tell("public-phone.taken-back", id, Map.of());
        }
    }

    private void tell(String action, UUID member, Map<String, Object> after) {
        events.publishEvent(new Audited(action, "member", member.toString(), null, null, after, null));
    }
}
