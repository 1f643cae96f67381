package vn.tungnha.units.changes.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.Vn;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;
import vn.tungnha.units.changes.ChangePlan;
import vn.tungnha.units.changes.ChangePlan.Kind;
import vn.tungnha.units.changes.ChangePlan.Part;
import vn.tungnha.units.changes.ChangePreview;

/** Says what goes where by a plan. */
@Component
@RequiredArgsConstructor
class ChangeLines {

    private final Units units;
    private final UnitKinds kinds;
    private final MessageSource messages;

    /** @param preview null once it is decided */
    List<ChangePage.Line> of(ChangePlan plan, @Nullable ChangePreview preview, Locale locale) {
        LocalDate eve = plan.effective().minusDays(1);
        List<Choice> from = plan.leaving().stream()
                .map(id -> units.get(id, eve))
                .map(unit -> new Choice("/units/" + unit.code() + "@" + later(unit.validFrom(), eve), unit.fullName()))
                .toList();
        String verb = say("units.change.verb." + plan.kind() + (plan.goesOn() ? ".on" : ""), locale);
        if (plan.parts().isEmpty()) {
            return List.of(new ChangePage.Line(from, verb, null, null, null, null));
        }
        List<ChangePage.Line> lines = new ArrayList<>();
        if (plan.kind() == Kind.RENAME) {
            for (int i = 0; i < plan.parts().size(); i++) {
                lines.add(new ChangePage.Line(
                        List.of(from.get(i)), verb, name(plan.parts().get(i), plan), null, null, null));
            }
            return lines;
        }
        List<Integer> households = preview == null ? List.of() : preview.weights();
        int all = households.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < plan.parts().size(); i++) {
            Part part = plan.parts().get(i);
            UnitView into = part.into() == null ? null : units.get(part.into(), plan.effective());
            lines.add(new ChangePage.Line(
                    from,
                    into != null && plan.kind() == Kind.SPLIT ? say("units.change.verb.SPLIT.into", locale) : verb,
                    into == null ? name(part, plan) : into.fullName(),
                    into == null ? null : "/units/" + into.code(),
                    names(part, plan),
                    note(part, plan, i < households.size() ? households.get(i) : -1, all, locale)));
        }
        return lines;
    }

    /** Which of its parts go there. */
    private @Nullable String names(Part part, ChangePlan plan) {
        List<String> names = part.children().isEmpty()
                ? part.alleys().stream().sorted(VietnameseText.NATURAL_ORDER).toList()
                : units.all(part.children(), plan.effective()).values().stream()
                        .map(UnitView::name)
                        .sorted(VietnameseText.NATURAL_ORDER)
                        .toList();
        return names.isEmpty() ? null : String.join(", ", names);
    }

    private @Nullable String note(Part part, ChangePlan plan, int households, int all, Locale locale) {
        Vn vn = Vn.in(locale);
        List<String> notes = new ArrayList<>();
        int parts = part.children().size() + part.alleys().size();
        if (parts > 0) {
            notes.add(say("units.change.taken." + plan.level(), locale, vn.number(parts)));
        }
        if (households >= 0) {
            notes.add(say("units.change.households", locale, vn.number(households)));
        }
        if (plan.kind() == Kind.SPLIT && plan.ends()) {
            notes.add(say("units.change.weight", locale, vn.number(share(part, plan, households, all), 2)));
        }
        return notes.isEmpty() ? null : String.join(" · ", notes);
    }

    private static double share(Part part, ChangePlan plan, int households, int all) {
        BigDecimal weight = part.weight();
        if (weight != null) {
            return weight.doubleValue();
        }
        return all > 0 ? (double) households / all : 1.0 / plan.parts().size();
    }

    private String name(Part part, ChangePlan plan) {
        ChangePlan.Founded founded = Objects.requireNonNull(part.founded());
        String kind = kinds.of(plan.level()).stream()
                .filter(it -> it.code().equals(founded.kind()))
                .map(it -> it.name())
                .findFirst()
                .orElse("");
        String own = founded.name() != null ? founded.name() : String.valueOf(founded.number());
        return plan.level() == UnitLevel.AREA || own.startsWith(kind) ? own : kind + " " + own;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
