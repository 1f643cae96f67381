package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.Households;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.desk.Asked;
import vn.tungnha.shared.desk.DeskColumn;
import vn.tungnha.shared.desk.DeskList;
import vn.tungnha.shared.desk.DeskRow;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.Units;

/** The list of households as it is taken away and edited. */
@Component
@RequiredArgsConstructor
class HouseholdsDesk implements DeskList<CurrentUser> {

    private final Households households;
    private final HouseholdVillages villages;
    private final HouseholdWords words;
    private final Teams teams;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    @Override
    public String code() {
        return "households";
    }

    @Override
    public String pattern() {
        return "/households";
    }

    @Override
    public List<String> roles() {
        return List.of("WARD_OFFICER", "WARD_LEADER", "TEAM_LEADER", "TEAM_MEMBER", "ADMIN");
    }

    @Override
    public boolean personal() {
        return true;
    }

    @Override
    public List<DeskColumn> columns() {
        return List.of(
                DeskColumn.fixed("village", "households.filter.village"),
                DeskColumn.fixed("alley", "households.form.alley"),
                DeskColumn.fixed("number", "households.number"),
                DeskColumn.shown("householder", "households.householder"),
                DeskColumn.shown("kind", "households.form.kind"),
                DeskColumn.shown("residents", "households.residents"),
                DeskColumn.shown("children", "households.children"),
                DeskColumn.shown("phone", "households.phone"),
                DeskColumn.wanted("label", "households.form.label"));
    }

    @Override
    public List<HouseholdEdit> edits() {
        return List.of(
                new HouseholdVillageEdit(households, villages, clock),
                HouseholdFieldEdit.alley(households),
                HouseholdFieldEdit.kind(households, words),
                HouseholdFieldEdit.children(households),
                HouseholdFieldEdit.label(households));
    }

    @Override
    public void each(Asked asked, CurrentUser user, Locale locale, Predicate<DeskRow> goesOn) {
        LocalDate today = Days.today(clock);
        String code = asked.text("village");
        UnitRef ref = code == null ? null : UnitRef.parse(code);
        LocalDate day = ref == null ? today : ref.dayOr(today);
        Long village = ref == null ? null : units.require(ref, day).id();
        if (village != null) {
            guard.require(user.scope(), Data.PEOPLE, village);
        }
        Long team = asked.number("team");
        Set<Long> area = team == null ? Set.of() : teams.get(team, user).villageIds();
        HouseholdQuery query = new HouseholdQuery(village, area, asked.text("alley"), asked.text("q"), day);
        households.each(query, user, household -> goesOn.test(row(household, locale)));
    }

    private DeskRow row(HouseholdRow household, Locale locale) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        cells.put("village", household.villageName());
        cells.put("alley", household.alley());
        cells.put("number", household.number());
        cells.put("householder", household.householder());
        cells.put("kind", words.kind(household.kind(), locale));
        cells.put("residents", household.residents());
        cells.put("children", household.children());
        cells.put("phone", HouseholdWords.masked(household.phoneLast3()));
        cells.put("label", household.label());
        return new DeskRow(household.id().toString(), cells);
    }
}
