package vn.tungnha.markets;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.visits.TodayNotes;

/** Puts a walk along a market that is going on above the worklist of the teams there, as long as stalls are left. */
@Component
@RequiredArgsConstructor
class MarketToday implements TodayNotes {

    private final JdbcClient jdbc;
    private final TeamPlaces places;
    private final MessageSource messages;
    private final Clock clock;

    private record Left(UUID id, String name, long stalls) {}

    @Override
    public List<Line> of(long team, Locale locale) {
        return jdbc
                .sql("""
                        select m.id, m.name, count(*) as stalls
                        from market m
                        join market_round r on r.market_id = m.id and r.ended_on = :forever
                        join market_place p on p.market_id = m.id and :today between p.valid_from and p.valid_to
                        join stall s on s.market_id = m.id and :today between s.opened_on and s.closed_on
                        where p.village_id = any(:villages) and :today between m.opened_on and m.closed_on
                          and not exists (select from stall_visit v where v.stall_id = s.id and v.round_id = r.id)
                        group by m.id, m.name order by m.name, m.id""")
                .param("today", Days.today(clock))
                .param("forever", Days.FOREVER)
                .param("villages", places.villagesOf(team, Days.today(clock)).toArray(Long[]::new))
                .query(Left.class)
                .list()
                .stream()
                .map(left -> new Line(
                        left.name(),
                        messages.getMessage(
                                "markets.today", new Object[] {Vn.in(locale).number(left.stalls())}, locale),
                        "/field/markets/" + left.id()))
                .toList();
    }
}
