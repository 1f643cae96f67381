package vn.tungnha.units.changes;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.units.SuccessionCommand.NewUnit;
import vn.tungnha.units.UnitKind;
import vn.tungnha.units.UnitKinds;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitRegister;
import vn.tungnha.units.VillageCommand;

/** What a unit yet to be founded, or one that gets another name, is called. */
@Component
@RequiredArgsConstructor
class FoundedNames {

    /** Codes of the state, and of areas our own: {@code KV-THANH-KHE}. */
    private static final Map<UnitLevel, String> CODES = Map.of(
            UnitLevel.PROVINCE, "\\d{2}",
            UnitLevel.COMMUNE, "\\d{5}",
            UnitLevel.AREA, "[A-Z0-9]+(-[A-Z0-9]+)+");

    private static final String AREA_CODE = "KV-";

    private final UnitKinds kinds;
    private final UnitRegister register;

    @Nullable
    NewUnit of(ChangePlan.Part part, ChangePlan plan) {
        ChangePlan.Founded founded = part.founded();
        if (founded == null) {
            return null;
        }
        if (plan.level() == UnitLevel.VILLAGE) {
            return register.newVillage(new VillageCommand(
                    requireNonNull(founded.parentId()),
                    founded.kind(),
                    founded.number(),
                    founded.name(),
                    plan.effective()));
        }
        UnitKind kind = kinds.of(plan.level()).stream()
                .filter(it -> it.code().equals(founded.kind()))
                .findFirst()
                .orElseThrow(() -> RuleBroken.at("kind", "units.village.bad-kind", founded.kind()));
        String name = name(founded, kind, plan.level());
        String full = plan.level() == UnitLevel.AREA ? name : kind.name() + " " + name;
        return new NewUnit(
                plan.level(), code(founded, name, plan.level()), name, full, kind.code(), founded.parentId());
    }

    private static String name(ChangePlan.Founded founded, UnitKind kind, UnitLevel level) {
        String name = VietnameseText.normalise(founded.name() == null ? "" : founded.name());
        String prefix = kind.name() + " ";
        if (level != UnitLevel.AREA && name.regionMatches(true, 0, prefix, 0, prefix.length())) {
            name = name.substring(prefix.length());
        }
        if (name.isEmpty()) {
            throw RuleBroken.at("name", "units.change.error.name");
        }
        return name;
    }

    private static String code(ChangePlan.Founded founded, String name, UnitLevel level) {
        String code = founded.code() == null ? "" : founded.code().strip();
        if (level == UnitLevel.AREA && code.isEmpty()) {
            code = AREA_CODE
                    + VietnameseText.fold(name)
                            .toUpperCase(Locale.ROOT)
                            .replaceAll("[^A-Z0-9]+", "-")
                            .replaceAll("^-|-$", "");
        }
        if (!code.matches(requireNonNull(CODES.get(level)))) {
            throw RuleBroken.at("code", "units.change.error.code." + level);
        }
        return code;
    }
}
