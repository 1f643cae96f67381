package vn.tungnha.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Dated roles at places: given, shown, ended; never deleted. */
@Component
@RequiredArgsConstructor
class Assignments {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Grants grants;
    private final Units units;
    private final ApplicationEventPublisher events;

    private record Place(@Nullable Long unitId, @Nullable Long teamId) {}

    Map<UUID, List<AssignmentView>> of(Collection<UUID> accounts) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("""
                        select s.id, s.account_id, s.role, s.valid_from, s.valid_to,
                               coalesce(t.name, (select v.full_name from unit_version v where v.unit_id = s.unit_id
                                                  order by v.valid_to desc limit 1)) as place
                          from assignment s left join team t on t.id = s.team_id
                         where s.account_id in (:accounts)
                         order by s.valid_to desc, s.valid_from desc, s.id
                        """).param("accounts", accounts).query(AssignmentView.class).list().stream()
                .collect(Collectors.groupingBy(AssignmentView::accountId));
    }

    void give(UUID account, AssignmentCommand command, CurrentUser user) {
        Place place = place(command);
        if (!Grants.below(user).contains(command.role())
                || !grants.covers(user, command.role(), place.unitId(), place.teamId())) {
            throw RuleBroken.at("place", "identity.assignment.outside");
        }
        LocalDate from = command.from() == null ? Days.today(clock) : command.from();
        LocalDate to = command.to() == null ? Days.FOREVER : command.to();
        if (to.isBefore(from)) {
            throw RuleBroken.at("to", "identity.assignment.days-order");
        }
        jdbc.sql("""
                        insert into assignment (account_id, role, unit_id, team_id, valid_from, valid_to, granted_by)
                        values (:account, :role, :unit, :team, :from, :to, :by)
                        """)
                .param("account", account)
                .param("role", command.role().name())
                .param("unit", place.unitId())
                .param("team", place.teamId())
                .param("from", from)
                .param("to", to)
                .param("by", user.accountId())
                .update();
        events.publishEvent(
                new Audited("assignment.given", "account", account.toString(), place.unitId(), null, command, null));
    }

    void end(UUID account, long id, LocalDate lastDay) {
        int ended = jdbc.sql("""
                        update assignment set valid_to = greatest(cast(:last as date), valid_from - 1)
                         where id = :id and account_id = :account and valid_to > :last
                           and valid_from <= :last
                        """)
                .param("last", lastDay)
                .param("id", id)
                .param("account", account)
                .update();
        if (ended == 0) {
            throw new NotFound("assignment", id);
        }
        events.publishEvent(new Audited(
                "assignment.ended", "account", account.toString(), null, null, Map.of("id", id, "to", lastDay), null));
    }

    private Place place(AssignmentCommand command) {
        return switch (command.role()) {
            case ADMIN -> new Place(null, null);
            case TEAM_LEADER, TEAM_MEMBER -> new Place(null, team(command.place()));
            default -> unit(command);
        };
    }

    private long team(String place) {
        String digits = place.strip();
        return (digits.matches("\\d{1,18}")
                        ? jdbc.sql("select id from team where id = ? and ended_on >= ?")
                                .params(Long.valueOf(digits), Days.today(clock))
                                .query(Long.class)
                                .optional()
                        : Optional.<Long>empty())
                .orElseThrow(() -> RuleBroken.at("place", "identity.assignment.no-team"));
    }

    private Place unit(AssignmentCommand command) {
        String[] parts = command.place().strip().split("@", 2);
        UnitView unit = units.find(parts[0], day(parts))
                .orElseThrow(() -> RuleBroken.at("place", "identity.assignment.no-unit", parts[0]));
        if (!Grants.fits(command.role(), unit.level())) {
            throw RuleBroken.at("place", "identity.assignment.level");
        }
        return new Place(unit.id(), null);
    }

    private LocalDate day(String[] parts) {
        try {
            return parts.length == 1 ? Days.today(clock) : LocalDate.parse(parts[1]);
        } catch (DateTimeParseException e) {
            throw RuleBroken.at("place", "identity.assignment.no-unit", parts[0]);
        }
    }
}
