package vn.tungnha.teams.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.Opens;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.identity.TokenScope;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.teams.MemberView;
import vn.tungnha.teams.TeamQuery;
import vn.tungnha.teams.TeamRow;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.TeamVillage;
import vn.tungnha.teams.Teams;
import vn.tungnha.units.UnitRef;
import vn.tungnha.units.UnitView;
import vn.tungnha.units.Units;

/** Teams, their members and their history, for programs. */
@RestController
@RequestMapping("/api/v1/teams")
@Opens(TokenScope.FIGURES)
@RequiredArgsConstructor
class TeamsApi {

    private final Teams teams;
    private final Units units;
    private final ScopeGuard guard;
    private final Clock clock;

    /** Of a unit by its code on a day: whoever bears it then. */
    @GetMapping
    @Allowed
    PageOf<Shape> list(
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate on,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "100") int size,
            CurrentUser user) {
        UnitRef ref = unit == null || unit.isBlank() ? null : UnitRef.parse(unit);
        LocalDate otherwise = on == null ? Days.today(clock) : on;
        LocalDate day = ref == null ? otherwise : ref.dayOr(otherwise);
        Long place = ref == null ? null : units.require(ref, day).id();
        if (place != null) {
            guard.require(user.scope(), Data.FIGURES, place);
        }
        TeamQuery query = new TeamQuery(place, q, null, null, null, day, TeamQuery.Sort.NAME);
        PageOf<TeamRow> rows = teams.list(query, user, new Paging(page, size));
        var shapes = teams.all(rows.items().stream().map(TeamRow::id).toList(), day).stream()
                .collect(Collectors.toMap(TeamView::id, Function.identity()));
        var members = teams.membersOf(shapes.keySet(), day).stream().collect(Collectors.groupingBy(MemberView::teamId));
        var wards = units.all(
                shapes.values().stream()
                        .map(TeamView::communeId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                day);
        return rows.map(row -> {
            TeamView team = Objects.requireNonNull(shapes.get(row.id()));
            return shape(team, members.getOrDefault(row.id(), List.of()), wards.get(team.communeId()));
        });
    }

    @GetMapping("/{id}")
    @Allowed(place = "team:id")
    Shape one(@PathVariable long id, CurrentUser user) {
        TeamView team = teams.get(id, user);
        Long commune = team.communeId();
        return shape(team, teams.memberHistory(id), commune == null ? null : units.get(commune, Days.today(clock)));
    }

    private static Shape shape(TeamView team, List<MemberView> members, @Nullable UnitView ward) {
        return new Shape(
                String.valueOf(team.id()),
                team.name(),
                team.number(),
                team.kind(),
                ward == null ? null : ward.code(),
                team.villages().stream().map(TeamVillage::code).toList(),
                new DecisionShape(team.decision().number(), team.decision().date()),
                team.status().name(),
                team.establishedOn(),
                open(team.endedOn()),
                members.stream()
                        .map(member -> new MemberShape(
                                member.id().toString(),
                                member.name(),
                                member.role().name(),
                                member.organisation(),
                                member.joinedOn(),
                                open(member.leftOn())))
                        .toList());
    }

    private static @Nullable LocalDate open(LocalDate day) {
        return day.equals(Days.FOREVER) ? null : day;
    }

    record Shape(
            String id,
            String name,
            @Nullable Integer number,
            String kind,
            @Nullable String unit,
            List<String> villages,
            DecisionShape decision,
            String status,
            LocalDate establishedOn,
            @Nullable LocalDate endedOn,
            List<MemberShape> members) {}

    record DecisionShape(@Nullable String number, @Nullable LocalDate date) {}

    record MemberShape(
            String id,
            String name,
            String role,
            @Nullable String organisation,
            LocalDate joinedOn,
            @Nullable LocalDate leftOn) {}
}
