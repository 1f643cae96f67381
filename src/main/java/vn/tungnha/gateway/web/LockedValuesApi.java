package vn.tungnha.gateway.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.closing.LockView;
import vn.tungnha.closing.LockedLine;
import vn.tungnha.closing.PeriodLocks;
import vn.tungnha.closing.ReportCalendar;
import vn.tungnha.closing.ReportPeriod;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** A closed period of a commune: the figures as they were locked, beside what they are now. */
@RestController
@RequestMapping("/api/v1/locked-values")
@Opens(TokenScope.FIGURES)
@RequiredArgsConstructor
class LockedValuesApi {

    private final PeriodLocks locks;
    private final ReportCalendar calendar;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    @GetMapping
    @Allowed({
        Role.ADMIN,
        Role.PROVINCE_OFFICER,
        Role.DISTRICT_OFFICER,
        Role.WARD_OFFICER,
        Role.WARD_LEADER,
        Role.LEADERSHIP_VIEWER
    })
    Locked values(
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(required = false) @Nullable Integer version,
            CurrentUser user) {
        Period named = Period.parse(period).orElseThrow(() -> new NotFound("period", period));
        LocalDate today = Days.today(clock);
        UnitRef ref = UnitRef.parse(unit);
        UnitView place = units.require(ref.code(), ref.dayOr(named.last().isAfter(today) ? today : named.last()));
        guard.require(user.scope(), Data.FIGURES, place.id());
        ReportPeriod days = calendar.of(named, place.id()).until(place.validTo());
        LockView lock = locks.versions(place.id(), days, user).stream()
                .filter(it -> version == null || it.version() == version)
                .findFirst()
                .orElseThrow(() -> new NotFound("lock", period));
        return new Locked(
                place.code(),
                place.fullName(),
                named.code(),
                days.first(),
                days.last(),
                lock.version(),
                lock.lockedAt(),
                lock.reason(),
                lock.late(),
                locks.compare(place.id(), days, lock, user).stream()
                        .map(Line::of)
                        .toList());
    }

    /** @param lateEntries how many changes came while this was the latest version */
    record Locked(
            String unit,
            String unitName,
            String period,
            LocalDate firstDay,
            LocalDate lastDay,
            int version,
            Instant lockedAt,
            @Nullable String reason,
            int lateEntries,
            List<Line> items) {}

    /** One figure; {@code now} is what it would be if the period were locked again. */
    record Line(
            String indicator,
            String variant,
            String kind,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal now) {

        static Line of(LockedLine line) {
            var locked = line.locked();
            var now = line.now();
            return new Line(
                    line.indicator(),
                    line.variant(),
                    Objects.requireNonNull(locked == null ? now : locked).kind().name(),
                    locked == null ? null : locked.numerator(),
                    locked == null ? null : locked.denominator(),
                    locked == null ? null : locked.value(),
                    now == null ? null : now.value());
        }
    }
}
