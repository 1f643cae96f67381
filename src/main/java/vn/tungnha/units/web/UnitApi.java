package vn.tungnha.units.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.units.UnitLevel;
import vn.tungnha.units.UnitQuery;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Dated units for other programs. */
@RestController
@RequestMapping("/api/v1/units")
@Opens(TokenScope.FIGURES)
@RequiredArgsConstructor
class UnitApi {

    private final Units units;
    private final Clock clock;

    @GetMapping
    @Allowed
    PageOf<UnitJson> list(
            @RequestParam @Nullable String parent,
            @RequestParam @Nullable String under,
            @RequestParam @Nullable UnitLevel level,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            @RequestParam @Nullable String q,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size) {
        LocalDate day = pinned(parent, pinned(under, on == null ? Days.today(clock) : on));
        UnitQuery query =
                UnitQuery.on(day).q(q).level(level).parent(id(parent, day)).under(id(under, day));
        PageOf<UnitView> found = units.search(query, new Paging(page, size));
        Map<Long, UnitView> parents = parents(found.items(), day);
        return found.map(unit -> UnitJson.of(unit, parents));
    }

    @GetMapping("/{code}")
    @Allowed
    UnitJson show(
            @PathVariable String code,
            @RequestParam @Nullable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on) {
        UnitRef ref = UnitRef.parse(code);
        LocalDate day = ref.dayOr(on == null ? Days.today(clock) : on);
        UnitView unit = units.require(ref.code(), day);
        return UnitJson.of(unit, parents(List.of(unit), day));
    }

    private static LocalDate pinned(@Nullable String code, LocalDate other) {
        return code == null ? other : UnitRef.parse(code).dayOr(other);
    }

    private @Nullable Long id(@Nullable String code, LocalDate day) {
        return code == null
                ? null
                : (Long) units.require(UnitRef.parse(code).code(), day).id();
    }

    private Map<Long, UnitView> parents(List<UnitView> of, LocalDate day) {
        return units.all(
                of.stream().map(UnitView::parentId).filter(Objects::nonNull).collect(Collectors.toSet()), day);
    }

    /** A unit in the shape of the interface: open days are null, the parent is its code. */
    record UnitJson(
            String code,
            String name,
            String fullName,
            String kind,
            UnitLevel level,
            @Nullable String parent,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        static UnitJson of(UnitView unit, Map<Long, UnitView> parents) {
            UnitView parent = unit.parentId() == null ? null : parents.get(unit.parentId());
            return new UnitJson(
                    unit.code(),
                    unit.name(),
                    unit.fullName(),
                    unit.kind(),
                    unit.level(),
                    parent == null ? null : parent.code(),
                    unit.validFrom().equals(Days.SINCE_EVER) ? null : unit.validFrom(),
                    unit.validTo().equals(Days.FOREVER) ? null : unit.validTo());
        }
    }
}
