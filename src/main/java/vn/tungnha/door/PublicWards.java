package vn.tungnha.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Wards of today, by the codes of public addresses. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class PublicWards {

    private final Units units;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A ward with teams at work. @param teams how many are at home there */
    public record Served(String code, String name, String province, int teams) {}

    /** @throws NotFound when no ward bears this code today */
    public UnitView require(String code) {
        return find(code).orElseThrow(() -> new NotFound("ward", code));
    }

    /** Empty for what is none, nothing typed too. */
    public Optional<UnitView> find(@Nullable String code) {
        return code == null || code.isBlank()
                ? Optional.empty()
                : units.find(code, Days.today(clock)).filter(unit -> unit.level() == UnitLevel.COMMUNE);
    }

    public Optional<UnitView> provinceOf(UnitView ward) {
        return units.ancestors(ward.id(), Days.today(clock)).stream()
                .filter(unit -> unit.level() == UnitLevel.PROVINCE)
                .findFirst();
    }

    public List<UnitView> villages(UnitView ward) {
        return units.under(ward.id(), UnitLevel.VILLAGE, Days.today(clock));
    }

    /** By province and name. */
    public List<Served> served() {
        LocalDate today = Days.today(clock);
        return jdbc.sql("""
                        select w.code, w.full_name as name, p.name as province, count(distinct t.id) as teams
                        from team t
                        join team_area a on a.team_id = t.id and a.home and :today between a.valid_from and a.valid_to
                        join unit_closure c on c.descendant_id = a.village_id and :today between c.valid_from and c.valid_to
                        join unit u on u.id = c.ancestor_id and u.level = 'COMMUNE'
                        join unit_version w on w.unit_id = u.id and :today between w.valid_from and w.valid_to
                        left join unit_parent x on x.unit_id = u.id and :today between x.valid_from and x.valid_to
                        left join unit_version p on p.unit_id = x.parent_id and :today between p.valid_from and p.valid_to
                        where t.status = 'ACTIVE'
                        group by w.code, w.full_name, p.name, w.sort
                        order by p.name, w.sort, w.code""").param("today", today).query(Served.class).list();
    }
}
