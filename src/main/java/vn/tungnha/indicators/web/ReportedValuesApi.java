package vn.tungnha.indicators.web;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.indicators.ReportedCommand;
import vn.tungnha.indicators.ReportedValues;
import vn.tungnha.indicators.ReportedWarning;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.Period;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.units.Units;

/** Takes in what a ward reports from other programs. */
@RestController
@Opens(TokenScope.REPORTED)
@RequiredArgsConstructor
class ReportedValuesApi {

    private final ReportedValues reported;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    @PutMapping("/api/v1/reported-values/{unit}/{period}")
    @Allowed({Role.ADMIN, Role.PROVINCE_OFFICER, Role.DISTRICT_OFFICER, Role.WARD_OFFICER, Role.WARD_LEADER})
    Stored put(@PathVariable String unit, @PathVariable String period, @RequestBody Payload payload, CurrentUser user) {
        Period days = Period.parse(period).orElseThrow(() -> new NotFound("period", period));
        long place = unit(unit, days);
        guard.require(user.scope(), Data.FIGURES, place);
        ReportedCommand command = payload.command(place, days);
        List<ReportedWarning> warnings = reported.warnings(command, user);
        return new Stored(reported.save(command, user), warnings);
    }

    /** The code is read on the last day of the period, unless it names its own day. */
    private long unit(String code, Period period) {
        LocalDate today = Days.today(clock);
        LocalDate last = period.last().isAfter(today) && !period.first().isAfter(today) ? today : period.last();
        ValueRequest request = ValueRequest.of(code, null, null, null, null, last, today);
        return units.require(request.code(), request.codeDay()).id();
    }

    record Stored(int stored, List<ReportedWarning> warnings) {}

    record Payload(
            @Nullable String source,
            @Nullable String capturedOn,
            @Nullable List<Value> values) {

        ReportedCommand command(long unit, Period period) {
            if (values == null || values.isEmpty()) {
                throw RuleBroken.at("values", "indicators.error.values-missing");
            }
            Map<String, Optional<BigDecimal>> amounts = new HashMap<>();
            for (int i = 0; i < values.size(); i++) {
                Value value = values.get(i);
                String measure = value == null ? null : value.measure();
                if (measure == null || measure.isBlank()) {
                    throw RuleBroken.at("values[" + i + "].measure", "indicators.error.measure", "");
                }
                if (amounts.put(measure, Optional.ofNullable(value.amount())) != null) {
                    throw RuleBroken.at("values[" + i + "].measure", "indicators.error.measure-twice", measure);
                }
            }
            return new ReportedCommand(unit, period, source == null ? "" : source, day(), amounts);
        }

        private LocalDate day() {
            try {
                return LocalDate.parse(capturedOn == null ? "" : capturedOn);
            } catch (DateTimeException e) {
                throw RuleBroken.at("capturedOn", "indicators.error.day");
            }
        }
    }

    record Value(@Nullable String measure, @Nullable BigDecimal amount) {}
}
