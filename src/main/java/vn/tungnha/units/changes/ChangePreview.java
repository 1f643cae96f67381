package vn.tungnha.units.changes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.UnitEffect;

/**
 * What a plan would do.
 *
 * @param children how many units lie directly under those that leave
 * @param renamed units told apart from a namesake
 * @param weights share of people each part of a split takes, by number of households; empty otherwise
 * @param forbidden the rule that stands against it
 */
public record ChangePreview(
        int children,
        List<String> childNames,
        List<String> renamed,
        List<Integer> weights,
        List<UnitEffect> effects,
        @Nullable RuleBroken forbidden) {}
