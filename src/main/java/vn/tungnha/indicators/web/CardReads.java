package vn.tungnha.indicators.web;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.Definitions;
import vn.tungnha.indicators.FigureQuery;
import vn.tungnha.indicators.Figures;
import vn.tungnha.indicators.IndicatorChoice;
import vn.tungnha.indicators.IndicatorDefinition;
import vn.tungnha.indicators.IndicatorDefinition.Variant;
import vn.tungnha.indicators.IndicatorValue;
import vn.tungnha.indicators.Structure;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitView;

/** Understands what a card is asked for, within the reader's scope. */
@Component
@RequiredArgsConstructor
class CardReads {

    private final Definitions definitions;
    private final Figures figures;
    private final CardRows parts;
    private final ShownUnit shown;

    /** The same figure with all rows behind it, for a table. */
    CardRead read(
            String code,
            @Nullable String unitCode,
            @Nullable String periodCode,
            @Nullable String variantCode,
            @Nullable String structureText,
            CurrentUser user) {
        CardRead asked = asked(code, unitCode, periodCode, variantCode, structureText, user);
        UnitView unit = asked.unit();
        if (unit == null) {
            return asked;
        }
        IndicatorValue value = figures.values(FigureQuery.ofUnits(
                        List.of(unit.id()), List.of(asked.choice()), List.of(asked.period()), asked.structure()))
                .get(0);
        return new CardRead(
                asked.choice(),
                asked.definition(),
                asked.variant(),
                unit,
                asked.period(),
                asked.structure(),
                value,
                parts.of(unit, asked.choice(), asked.structure(), address(asked, structureText), shown.today()));
    }

    CardRead asked(
            String code,
            @Nullable String unitCode,
            @Nullable String periodCode,
            @Nullable String variantCode,
            @Nullable String structureText,
            CurrentUser user) {
        Period period = shown.period(periodCode);
        Structure structure = ValueRequest.structure(structureText, shown.today());
        IndicatorChoice choice =
                definitions.canonical(code, variantCode == null || variantCode.isBlank() ? null : variantCode);
        IndicatorDefinition definition = definitions.atEndOf(choice.code(), period);
        Variant variant = definition.variant(choice.variant());
        if (variant == null) {
            throw new NotFound("variant", String.valueOf(variantCode));
        }
        UnitView unit = shown.unit(unitCode, structure.day(period), user);
        return new CardRead(choice, definition, variant, unit, period, structure, null, List.of());
    }

    static PageAddress address(CardRead asked, @Nullable String structureText) {
        return new PageAddress(
                "/indicators/" + asked.definition().code(),
                PageAddress.code(asked.unit()),
                asked.period(),
                asked.variant().code(),
                structureText == null || structureText.isBlank() ? null : structureText);
    }
}
