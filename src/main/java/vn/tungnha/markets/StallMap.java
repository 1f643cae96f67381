package vn.tungnha.markets;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Days;

/** A market as it is walked along, row after row: which stalls can be paid without cash. Tells nothing of who trades there. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class StallMap {

    private final JdbcClient jdbc;
    private final Clock clock;

    /** What is known of a stall: what it takes, or that nobody asked yet. */
    public enum State {
        CASHLESS,
        CASH_ONLY,
        NOT_ASKED
    }

    /** One stall on the map. @param seen somebody came by in the round that is going on */
    public record Cell(UUID id, String line, String number, State state, boolean seen) {}

    /** A row of stalls. @param line empty for those without a row */
    public record Line(String line, List<Cell> cells) {

        public long of(State state) {
            return cells.stream().filter(cell -> cell.state() == state).count();
        }
    }

    public List<Line> of(UUID market) {
        Map<String, List<Cell>> lines = new LinkedHashMap<>();
        jdbc.sql("""
                        select s.id, s.line, s.number,
                               case when exists (select from stall_way y join pay_way t on t.code = y.way and t.cashless
                                                 where y.stall_id = s.id and :today between y.valid_from and y.valid_to) then 'CASHLESS'
                                    when s.asked_on is null then 'NOT_ASKED' else 'CASH_ONLY' end as state,
                               exists (select from stall_visit x join market_round o on o.id = x.round_id
                                       where x.stall_id = s.id and o.ended_on = :forever) as seen
                        from stall s where s.market_id = :market and :today between s.opened_on and s.closed_on
                        order by s.sort_key, s.id""")
                .param("market", market)
                .param("today", Days.today(clock))
                .param("forever", Days.FOREVER)
                .query(Cell.class)
                .list()
                .forEach(cell -> lines.computeIfAbsent(cell.line(), line -> new ArrayList<>())
                        .add(cell));
        return lines.entrySet().stream()
                .map(line -> new Line(line.getKey(), line.getValue()))
                .toList();
    }
}
