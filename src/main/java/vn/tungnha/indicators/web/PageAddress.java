package vn.tungnha.indicators.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;

/** The address of a page of figures, from which its neighbours' are made. */
record PageAddress(
        String path,
        @Nullable String unit,
        Period period,
        @Nullable String variant,
        @Nullable String structure) {

    static @Nullable String code(@Nullable UnitView unit) {
        return unit == null
                ? null
                : UnitRef.of(unit.code(), unit.validFrom(), unit.validTo()).toString();
    }

    PageAddress of(UnitView other) {
        return new PageAddress(path, code(other), period, variant, structure);
    }

    PageAddress in(Period other) {
        return new PageAddress(path, unit, other, variant, structure);
    }

    PageAddress by(String other) {
        return new PageAddress(path, unit, period, other, structure);
    }

    PageAddress under(String other) {
        return new PageAddress(path, unit, period, variant, other);
    }

    PageAddress at(String other) {
        return new PageAddress(other, unit, period, variant, structure);
    }

    String url() {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        if (unit != null) {
            url.queryParam("unit", unit);
        }
        url.queryParam("period", period.code());
        if (variant != null) {
            url.queryParam("variant", variant);
        }
        if (structure != null) {
            url.queryParam("structure", structure);
        }
        return url.build().toUriString();
    }
}
