package vn.tungnha.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** The lists of units as they are taken away: those found, and the parts of one. */
@Configuration(proxyBeanMethods = false)
@RequiredArgsConstructor
class UnitDesks {

    private static final int ROWS_AT_A_TIME = 1000;

    private final Units units;
    private final MessageSource messages;
    private final Clock clock;

    @Bean
    DeskList<CurrentUser> unitsDesk() {
        return new UnitsDesk("units", "/units", (asked, day) -> {
            String q = asked.text("q");
            UnitQuery query = UnitQuery.on(day);
            return q == null ? query.level(UnitLevel.PROVINCE) : query.q(q);
        });
    }

    @Bean
    DeskList<CurrentUser> unitPartsDesk() {
        return new UnitsDesk("unit-parts", "/units/{code}", (asked, day) -> {
            UnitRef ref = UnitRef.parse(String.valueOf(asked.text("code")));
            return UnitQuery.on(ref.dayOr(day))
                    .parent(units.require(ref, ref.dayOr(day)).id());
        });
    }

    @RequiredArgsConstructor
    private final class UnitsDesk implements DeskList<CurrentUser> {

        private final String code;
        private final String pattern;
        private final BiFunction<Asked, LocalDate, UnitQuery> query;

        @Override
        public String code() {
            return code;
        }

        @Override
        public String pattern() {
            return pattern;
        }

        @Override
        public List<String> roles() {
            return List.of();
        }

        @Override
        public boolean personal() {
            return false;
        }

        @Override
        public List<DeskColumn> columns() {
            return List.of(
                    DeskColumn.fixed("code", "units.desk.code"),
                    DeskColumn.fixed("name", "units.desk.name"),
                    DeskColumn.fixed("level", "units.desk.level"),
                    DeskColumn.fixed("from", "units.desk.from"));
        }

        @Override
        public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
            LocalDate on = asked.day("on");
            UnitQuery wanted = query.apply(asked, on == null ? Days.today(clock) : on);
            PageOf<UnitView> page;
            int next = 0;
            do {
                page = units.search(wanted, new Paging(next++, ROWS_AT_A_TIME));
                if (!page.items().stream().allMatch(unit -> goesOn.test(row(unit, locale)))) {
                    return;
                }
            } while (next < page.pages());
        }

        private DeskRow row(UnitView unit, Locale locale) {
            Map<String, @Nullable Object> cells = new LinkedHashMap<>();
            cells.put("code", unit.code());
            cells.put("name", unit.fullName());
            cells.put("level", messages.getMessage("units.level." + unit.level(), null, locale));
            cells.put("from", unit.validFrom().equals(Days.SINCE_EVER) ? null : unit.validFrom());
            return new DeskRow(unit.code(), cells);
        }
    }
}
