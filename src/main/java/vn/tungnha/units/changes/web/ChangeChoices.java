package vn.tungnha.units.changes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.UnitReforms;

/** What can be chosen on the way to a proposal. */
@Component
@RequiredArgsConstructor
class ChangeChoices {

    private static final int MOST = 500;

    private final Units units;
    private final UnitKinds kinds;
    private final UnitReforms reforms;
    private final MessageSource messages;
    private final Clock clock;

    /** Wards or provinces in which the reader may propose changes. */
    List<Choice> places(CurrentUser user) {
        LocalDate today = today();
        List<UnitView> found = user.scope().everything()
                ? units.search(UnitQuery.on(today).level(UnitLevel.PROVINCE), new Paging(0, MOST))
                        .items()
                : units.all(user.scope().roots(Data.FIGURES), today).values().stream()
                        .filter(unit -> unit.level() == UnitLevel.COMMUNE || unit.level() == UnitLevel.PROVINCE)
                        .toList();
        return found.stream()
                .map(unit -> new Choice(unit.code(), unit.fullName()))
                .toList();
    }

    String onlyPlace(CurrentUser user) {
        List<Choice> places = places(user);
        return places.size() == 1 ? places.get(0).value() : "";
    }

    UnitLevel levelUnder(UnitView at) {
        return at.level() == UnitLevel.PROVINCE ? UnitLevel.COMMUNE : UnitLevel.VILLAGE;
    }

    List<Choice> candidates(UnitView at) {
        return units
                .search(UnitQuery.on(today()).under(at.id()).level(levelUnder(at)), new Paging(0, MOST))
                .items()
                .stream()
                .map(unit -> new Choice(unit.code(), unit.fullName()))
                .toList();
    }

    /** The line above the wizard. */
    List<String> steps(Locale locale) {
        return List.of(
                say("units.change.step.which", locale),
                say("units.change.step.what", locale),
                say("units.change.step.preview", locale),
                say("units.change.step.approve", locale));
    }

    /** Villages get another name on a page of their own, without a second person. */
    List<Choice> kinds(UnitLevel level, CurrentUser user, Locale locale) {
        return Arrays.stream(Kind.values())
                .filter(kind -> level == UnitLevel.VILLAGE ? kind != Kind.RENAME : kind != Kind.MOVE)
                .filter(kind -> UnitReforms.mayPropose(kind, level, user))
                .map(kind -> new Choice(kind.name(), say("units.change.kind." + kind, locale)))
                .toList();
    }

    List<Choice> unitKinds(UnitLevel level, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        return kinds.of(level).stream()
                .map(kind -> new Choice(kind.code(), english ? kind.nameEn() : kind.name()))
                .toList();
    }

    List<UnitView> chosen(ChangeForm form) {
        return form.getUnit().stream()
                .map(code -> units.get(require(code, form), today()))
                .toList();
    }

    void requireEnough(ChangeForm form) {
        int count = form.getUnit().size();
        if (count == 0) {
            throw RuleBroken.at("unit", "units.change.error.none");
        }
        if (form.getKind() == Kind.MERGE && count < 2) {
            throw RuleBroken.at("unit", "units.change.error.two");
        }
        if ((form.getKind() == Kind.SPLIT || form.getKind() == Kind.RENAME) && count > 1) {
            throw RuleBroken.at("unit", "units.change.error.one");
        }
    }

    /** The unit that bears a code today. */
    long require(String code, ChangeForm form) {
        return units.require(code, today()).id();
    }

    /**
     * Who can take over: of a merger one of the units themselves, of a split those beside it, of a move another commune of
     * the province.
     */
    List<Choice> intos(ChangeForm form, UnitView at, List<UnitView> chosen, CurrentUser user, Locale locale) {
        List<Choice> intos = new ArrayList<>();
        if (form.getKind() == Kind.MERGE) {
            intos.add(new Choice("", say("units.change.into.new", locale)));
            chosen.forEach(unit ->
                    intos.add(new Choice(unit.code(), say("units.change.into.existing", locale, unit.fullName()))));
        } else if (form.getKind() == Kind.SPLIT) {
            intos.add(new Choice("", say("units.change.into.new", locale)));
            candidates(at).stream()
                    .filter(unit -> !form.getUnit().contains(unit.value()))
                    .forEach(intos::add);
        } else if (form.getKind() == Kind.MOVE) {
            long province = units.ancestors(at.id(), today()).stream()
                    .filter(unit -> unit.level() == UnitLevel.PROVINCE)
                    .findFirst()
                    .orElse(at)
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
                    .filter(unit -> unit.id() != at.id())
                    .forEach(unit -> intos.add(new Choice(unit.code(), unit.fullName())));
        }
        return intos;
    }

    List<Choice> partChoices(ChangeForm form, Locale locale) {
        List<Choice> parts = new ArrayList<>();
        parts.add(new Choice("0", say("units.change.stays", locale)));
        for (int i = 1; i <= ChangeForm.PARTS; i++) {
            parts.add(new Choice(String.valueOf(i), say("units.change.part", locale, i)));
        }
        return parts;
    }

    /** Rows of a new form: parts to be founded, and what can go to them. */
    void prepare(ChangeForm form, UnitView at, CurrentUser user, Locale locale) {
        UnitView unit = chosen(form).get(0);
        if (form.getFounded().getKind().isEmpty()) {
            form.getFounded().setKind(unit.kind());
        }
        if (form.getKind() != Kind.SPLIT) {
            return;
        }
        while (form.getParts().size() < ChangeForm.PARTS) {
            ChangeForm.NewUnit part = new ChangeForm.NewUnit();
            part.setKind(unit.kind());
            form.getParts().add(part);
        }
        if (!form.getGoings().isEmpty()) {
            return;
        }
        if (unit.level() == UnitLevel.COMMUNE) {
            units.children(unit.id(), today()).forEach(child -> add(form, child.code(), child.fullName()));
        } else {
            Map<String, Integer> alleys = reforms.alleys(unit.id(), today(), user);
            alleys.forEach((alley, households) -> add(
                    form,
                    alley,
                    say("units.change.alley", locale, alley, Vn.in(locale).number(households))));
        }
    }

    private static void add(ChangeForm form, String key, String text) {
        ChangeForm.Going going = new ChangeForm.Going();
        going.setKey(key);
        going.setText(text);
        form.getGoings().add(going);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
