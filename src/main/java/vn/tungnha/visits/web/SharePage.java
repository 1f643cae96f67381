package vn.tungnha.visits.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.visits.Round;
import vn.tungnha.visits.Stop;

/**
 * Sharing out the day: who is there, and what is open in which alley.
 *
 * @param openText how many households are to be called at
 * @param problem null while nothing is wrong
 */
record SharePage(
        String subtitle,
        String openText,
        List<Taker> takers,
        List<AlleyPart> alleys,
        @Nullable Problem problem) {

    /** @param goes ticked for an even share; {@code chosen} to be handed something by hand */
    record Taker(String id, String name, String count, boolean goes, boolean chosen) {}

    /** @param who name of who has all of it, or that it is several; null while nobody has */
    record AlleyPart(String name, String open, @Nullable String who, boolean chosen, List<HousePart> houses) {}

    record HousePart(
            String id, String number, String name, @Nullable String who, boolean chosen) {}

    record Problem(String field, String message) {}

    /** What was typed, kept when it is refused. */
    record Typed(@Nullable String member, Set<String> members, Set<String> alleys, Set<String> households) {

        static final Typed NOTHING = new Typed(null, Set.of(), Set.of(), Set.of());
    }

    static SharePage of(
            String team, Round round, Map<UUID, String> members, Typed typed, @Nullable Problem problem, Words words) {
        List<Taker> takers = new ArrayList<>();
        members.forEach((id, name) -> {
            long count = round.stops().stream()
                    .filter(stop -> id.equals(stop.member()) && round.open(stop))
                    .count();
            takers.add(new Taker(
                    id.toString(),
                    name,
                    count == 0 ? "" : words.say("visits.share.to.count", count),
                    typed.members().isEmpty() || typed.members().contains(id.toString()),
                    id.toString().equals(typed.member())));
        });
        List<AlleyPart> alleys = new ArrayList<>();
        round.alleys().forEach((name, stops) -> {
            List<Stop> open = stops.stream().filter(round::open).toList();
            if (!open.isEmpty()) {
                alleys.add(alley(name, open, members, typed, words));
            }
        });
        long open = round.stops().stream()
                .filter(stop -> round.open(stop) && !stop.skipped())
                .count();
        return new SharePage(team, words.say("visits.share.even.text", open), takers, alleys, problem);
    }

    private static AlleyPart alley(String name, List<Stop> open, Map<UUID, String> members, Typed typed, Words words) {
        Set<@Nullable UUID> takers = new HashSet<>();
        open.forEach(stop -> takers.add(stop.member()));
        UUID first = open.get(0).member();
        String one = first == null ? null : members.get(first);
        return new AlleyPart(
                name,
                words.say("visits.share.open", open.size()),
                takers.size() > 1 ? words.say("visits.share.split") : one,
                typed.alleys().contains(name),
                open.stream()
                        .map(stop -> new HousePart(
                                stop.id().toString(),
                                Words.houseNumber(stop.alley(), stop.number()),
                                WorkLine.name(stop, words),
                                stop.member() == null ? null : members.get(stop.member()),
                                typed.households().contains(stop.id().toString())))
                        .toList());
    }

    public boolean at(String field) {
        return problem != null && problem.field().equals(field);
    }
}
