package vn.tungnha.households.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.households.AccountStates;
import vn.tungnha.households.HouseholdQuery;
import vn.tungnha.households.HouseholdRow;
import vn.tungnha.households.HouseholdView;
import vn.tungnha.households.Households;
import vn.tungnha.households.ResidentView;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.Units;

/** Households and residents in scope, for programs. */
@RestController
@RequestMapping("/api/v1/households")
@Opens(TokenScope.PEOPLE)
@RequiredArgsConstructor
class HouseholdsApi {

    private final Households households;
    private final ObjectProvider<AccountStates> states;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    /** Of a unit by its code on a day: whoever bears it then. */
    @GetMapping
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            data = Data.PEOPLE)
    PageOf<Shape> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            CurrentUser user) {
        UnitRef ref = unit == null || unit.isBlank() ? null : UnitRef.parse(unit);
        LocalDate otherwise = on == null ? Days.today(clock) : on;
        LocalDate day = ref == null ? otherwise : ref.dayOr(otherwise);
        Long place = ref == null ? null : units.require(ref, day).id();
        if (place != null) {
            guard.require(user.scope(), Data.PEOPLE, place);
        }
        PageOf<HouseholdRow> rows =
                households.list(new HouseholdQuery(place, Set.of(), null, q, day), user, new Paging(page, size));
        Map<UUID, List<ResidentView>> residents =
                households
                        .residentsOf(rows.items().stream().map(HouseholdRow::id).toList(), day)
                        .stream()
                        .collect(Collectors.groupingBy(ResidentView::householdId));
        Map<UUID, Map<String, String>> accounts = accounts(residents.values().stream()
                .flatMap(List::stream)
                .map(ResidentView::id)
                .toList());
        return rows.map(row -> new Shape(
                row.id(),
                row.communeCode(),
                row.villageCode(),
                row.alley(),
                row.number(),
                row.householder(),
                row.children(),
                residents.getOrDefault(row.id(), List.of()).stream()
                        .map(resident -> shape(resident, accounts))
                        .toList()));
    }

    @GetMapping("/{id}")
    @Allowed(
            value = {Role.WARD_OFFICER, Role.WARD_LEADER, Role.TEAM_LEADER, Role.TEAM_MEMBER, Role.ADMIN},
            place = "household:id",
            data = Data.PEOPLE)
    Shape one(@PathVariable UUID id, CurrentUser user) {
        HouseholdView household = households.get(id, user);
        Map<UUID, Map<String, String>> accounts =
                accounts(household.residents().stream().map(ResidentView::id).toList());
        return new Shape(
                id,
                household.communeCode(),
                household.villageCode(),
                household.alley(),
                household.number(),
                household.householder(),
                household.children(),
                household.residents().stream()
                        .map(resident -> shape(resident, accounts))
                        .toList());
    }

    private Map<UUID, Map<String, String>> accounts(List<UUID> residents) {
        AccountStates told = states.getIfAvailable();
        return told == null || residents.isEmpty() ? Map.of() : told.of(residents);
    }

    private static Person shape(ResidentView resident, Map<UUID, Map<String, String>> accounts) {
        return new Person(
                resident.id(), resident.name(), resident.birthYear(), accounts.getOrDefault(resident.id(), Map.of()));
    }

    record Shape(
            UUID id,
            @Nullable String unit,
            String village,
            String alley,
            String number,
            @Nullable String householder,
            int children,
            List<Person> residents) {}

    record Person(UUID id, @Nullable String name, @Nullable Integer birthYear, Map<String, String> accounts) {}
}
