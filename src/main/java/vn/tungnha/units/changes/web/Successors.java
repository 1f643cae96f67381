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
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan.Kind;

/** What can take over the units of a change. */
@Component
@RequiredArgsConstructor
class Successors {

    private static final int MOST = 500;

    private final Units units;
    private final ChangePlaces places;
    private final MessageSource messages;
    private final Clock clock;

    /**
     * Who can take over: of a merger one of the units themselves, of a split those beside it, of a move another commune of
     * the province.
     */
    List<Choice> of(ChangeForm form, ChangePlace at, List<UnitView> chosen, CurrentUser user, Locale locale) {
        List<Choice> intos = new ArrayList<>();
        if (form.getKind() == Kind.MERGE) {
            intos.add(new Choice("", say("units.change.into.new", locale)));
            chosen.forEach(unit ->
                    intos.add(new Choice(unit.code(), say("units.change.into.existing", locale, unit.fullName()))));
        } else if (form.getKind() == Kind.SPLIT) {
            intos.add(new Choice("", say("units.change.into.new", locale)));
            places.candidates(at).stream()
                    .filter(unit -> !form.getUnit().contains(unit.value()))
                    .forEach(intos::add);
        } else if (form.getKind() == Kind.MOVE && at.unit() != null) {
            UnitView ward = at.unit();
            long province = units.ancestors(ward.id(), today()).stream()
                    .filter(unit -> unit.level() == UnitLevel.PROVINCE)
                    .findFirst()
                    .orElse(ward)
                    .id();
            units
                    .search(
                            UnitQuery.on(today())
                                    .under(province)
                                    .level(UnitLevel.COMMUNE)
                                    .roots(
                                            user.scope().everything()
                                                    ? null
                                                    : user.scope().roots(Data.FIGURES)),
                            new Paging(0, MOST))
                    .items()
                    .stream()
                    .filter(unit -> unit.id() != ward.id())
                    .forEach(unit -> intos.add(new Choice(unit.code(), unit.fullName())));
        }
        return intos;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
