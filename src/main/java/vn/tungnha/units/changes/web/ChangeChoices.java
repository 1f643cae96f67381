package vn.tungnha.units.changes.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.UnitReforms;

/** What can be chosen on the way to a proposal. */
@Component
@RequiredArgsConstructor
class ChangeChoices {

    private final Units units;
    private final UnitKinds kinds;
    private final MessageSource messages;
    private final Clock clock;

    /** The line above the wizard. */
    List<String> steps(Locale locale) {
        return List.of(
                say("units.change.step.which", locale),
                say("units.change.step.what", locale),
                say("units.change.step.preview", locale),
                say("units.change.step.approve", locale));
    }

    /** Only villages move alone: communes go to another province, or area, as a part of it. */
    List<Choice> kinds(UnitLevel level, CurrentUser user, Locale locale) {
        return Arrays.stream(Kind.values())
                .filter(kind -> level == UnitLevel.VILLAGE || kind != Kind.MOVE)
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

    void requireEnough(ChangeForm form, UnitLevel level) {
        int count = form.getUnit().size();
        if (count == 0) {
            throw RuleBroken.at("unit", "units.change.error.none");
        }
        if (form.getKind() == Kind.MERGE && count < 2) {
            throw RuleBroken.at("unit", "units.change.error.two");
        }
        boolean one = form.getKind() == Kind.SPLIT || form.getKind() == Kind.RENAME && level != UnitLevel.VILLAGE;
        if (one && count > 1) {
            throw RuleBroken.at("unit", "units.change.error.one");
        }
    }

    /** The unit that bears a code today. */
    long require(String code, ChangeForm form) {
        return units.require(code, today()).id();
    }

    List<Choice> partChoices(ChangeForm form, Locale locale) {
        List<Choice> parts = new ArrayList<>();
        parts.add(new Choice("0", say("units.change.stays", locale)));
        for (int i = 1; i <= form.getParts().size(); i++) {
            parts.add(new Choice(String.valueOf(i), say("units.change.part", locale, i)));
        }
        return parts;
    }

    /** Rows of a new form: parts to be founded, or the names as they are. */
    void prepare(ChangeForm form) {
        List<UnitView> chosen = chosen(form);
        UnitView unit = chosen.get(0);
        if (form.getKind() == Kind.RENAME) {
            name(form.getFounded(), unit);
            if (unit.level() == UnitLevel.VILLAGE && form.getParts().isEmpty()) {
                chosen.forEach(village -> form.getParts().add(name(new ChangeForm.NewUnit(), village)));
            }
        }
        if (form.getFounded().getKind().isEmpty()) {
            form.getFounded().setKind(unit.kind());
        }
        if (form.getKind() == Kind.SPLIT) {
            more(form, unit, ChangeForm.PARTS);
        }
    }

    /** Rows for parts, up to that many. */
    void more(ChangeForm form, UnitView unit, int count) {
        while (form.getParts().size() < Math.min(count, ChangeForm.MOST_PARTS)) {
            ChangeForm.NewUnit part = new ChangeForm.NewUnit();
            part.setKind(unit.kind());
            form.getParts().add(part);
        }
    }

    private static ChangeForm.NewUnit name(ChangeForm.NewUnit row, UnitView unit) {
        row.setKind(unit.kind());
        row.setName(unit.level() == UnitLevel.VILLAGE ? unit.fullName() : unit.name());
        row.setCode(unit.level() == UnitLevel.VILLAGE ? "" : unit.code());
        return row;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private LocalDate today() {
        return Days.today(clock);
    }
}
