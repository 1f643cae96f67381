package vn.tungnha.units.changes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Where changes can be proposed, and what lies there. */
@Component
@RequiredArgsConstructor
class ChangePlaces {

    private static final int MOST = 500;

    private final Units units;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    /** Wards, provinces and, for who has everything, the country in which the reader may propose changes. */
    List<Choice> all(CurrentUser user, Locale locale) {
        LocalDate today = today();
        boolean everything = user.scope().everything();
        List<UnitView> found = everything
                ? units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, MOST))
                        .items()
                : units.all(user.scope().roots(Data.FIGURES), today).values().stream()
                        .filter(unit -> unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.PROVINCE)
                        .toList();
        List<Choice> places = new ArrayList<>();
        if (everything) {
            places.add(new Choice(ChangePlace.COUNTRY, say("units.change.at.country", locale)));
        }
        for (UnitView unit : found) {
            if (unit.level() == UnitLevel.COMMUNE) {
                places.add(new Choice(unit.code(), unit.fullName()));
            } else {
                places.add(new Choice(unit.code(), say("units.change.at.communes", locale, unit.fullName())));
                places.add(new Choice(
                        unit.code() + ChangePlace.AREAS, say("units.change.at.areas", locale, unit.fullName())));
            }
        }
        return places;
    }

    /** Of who looks after one ward or one province alone. */
    String onlyPlace(CurrentUser user, Locale locale) {
        List<String> places = all(user, locale).stream()
                .map(Choice::value)
                .filter(it -> !it.endsWith(ChangePlace.AREAS))
                .toList();
        return places.size() == 1 ? places.get(0) : "";
    }

    /** What an address or a form says, within the reader's scope. */
    ChangePlace place(String at, CurrentUser user, Locale locale) {
        if (at.equals(ChangePlace.COUNTRY)) {
            if (!user.scope().everything()) {
                throw new OutOfScope("unit", at);
            }
            return new ChangePlace(at, null, UnitLevel.PROVINCE, say("units.change.at.country", locale));
        }
        boolean areas = at.endsWith(ChangePlace.AREAS);
        String code = areas ? at.substring(0, at.length() - ChangePlace.AREAS.length()) : at;
        UnitView unit = units.require(code, today());
        guard.require(user.scope(), Data.FIGURES, unit.id());
        if (unit.level() == UnitLevel.COMMUNE && !areas) {
            return new ChangePlace(at, unit, UnitLevel.VILLAGE, unit.fullName());
        }
        if (unit.level() != UnitLevel.PROVINCE) {
            throw new OutOfScope("unit", at);
        }
        return new ChangePlace(at, unit, areas ? UnitLevel.AREA : UnitLevel.COMMUNE, unit.fullName());
    }

    List<Choice> candidates(ChangePlace at) {
        return choices(
                at.unit() != null && at.level() == UnitLevel.AREA
                        ? units.areasWithin(at.unit().id(), today())
                        : units.search(
                                        UnitQuery.on(today())
                                                .under(
                                                        at.unit() == null
                                                                ? null
                                                                : at.unit().id())
                                                .level(at.level()),
                                        new Paging(0, MOST))
                                .items());
    }

    private static List<Choice> choices(List<UnitView> found) {
        return found.stream()
                .map(unit -> new Choice(unit.code(), unit.fullName()))
                .toList();
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
