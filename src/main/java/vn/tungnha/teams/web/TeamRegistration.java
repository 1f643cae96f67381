package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRegister;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.VillageCommand;

/** Registers a team, and with it the village it is at home in when that is new too. */
@Service
@RequiredArgsConstructor
class TeamRegistration {

    private final Teams teams;
    private final Units units;
    private final UnitRegister register;
    private final ScopeGuard guard;
    private final Clock clock;

    /** The ward the form is about: the one named, else the only one in reach. */
    @Nullable
    UnitView ward(@Nullable String code, CurrentUser user) {
        LocalDate today = Days.today(clock);
        if (code != null && !code.isBlank()) {
            UnitView unit = units.require(code, today);
            guard.require(user.scope(), Data.FIGURES, unit.id());
            return unit;
        }
        Set<Long> roots = user.scope().roots(Data.FIGURES);
        return units.all(roots, today).values().stream()
                .filter(unit ->
                        unit.level() == UnitLevel.COMMUNE && !unit.validTo().isBefore(today))
                .findFirst()
                .orElse(null);
    }

    List<UnitView> villages(@Nullable UnitView ward, CurrentUser user) {
        LocalDate today = Days.today(clock);
        Map<Long, UnitView> villages = new LinkedHashMap<>();
        Stream<Long> places = ward == null ? user.scope().roots(Data.FIGURES).stream() : Stream.of(ward.id());
        places.flatMap(place -> units.under(place, UnitLevel.VILLAGE, today).stream())
                .forEach(village -> villages.put(village.id(), village));
        return new ArrayList<>(villages.values());
    }

    @Transactional
    long register(TeamForm form, @Nullable UnitView ward, CurrentUser user) {
        long home = form.makesVillage() ? makeVillage(form, ward, user) : form.homeVillageId();
        LocalDate from = units.get(home, Days.today(clock)).validFrom();
        LocalDate established = form.established();
        return teams.create(form.command(home, from.isAfter(established) ? from : established), user);
    }

    private long makeVillage(TeamForm form, @Nullable UnitView ward, CurrentUser user) {
        if (ward == null || ward.level() != UnitLevel.COMMUNE) {
            throw RuleBroken.at("homeVillage", "teams.error.no-ward");
        }
        guard.require(user.scope(), Data.FIGURES, ward.id());
        String name = form.villageName();
        if (form.villageNumber() == null && (name == null || name.isBlank())) {
            throw RuleBroken.at("villageNumber", "teams.error.village-number");
        }
        LocalDate from = ward.validFrom().isAfter(form.established()) ? ward.validFrom() : form.established();
        return register.createVillage(new VillageCommand(
                ward.id(), form.villageKind() == null ? "TDP" : form.villageKind(), form.villageNumber(), name, from));
    }
}
