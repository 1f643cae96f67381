package vn.tungnha.door.web;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.tungnha.door.HelpCalendar;
import vn.tungnha.door.PublicTeam;
import vn.tungnha.shared.Choice;

/**
 * A team, ready to be shown to everybody.
 *
 * @param phones number to dial, and whom it belongs to
 * @param next when it is next to be met; null = nothing is planned
 */
record TeamCard(
        long id,
        String name,
        String ward,
        String wardName,
        String villages,
        @Nullable String leader,
        @Nullable String responsible,
        @Nullable String chat,
        List<Phone> phones,
        @Nullable String next,
        @Nullable String nextPlace) {

    record Phone(String call, String number, String name) {}

    static TeamCard of(PublicTeam team, List<HelpCalendar.Date> dates, DoorWords words) {
        HelpCalendar.Date next = dates.stream()
                .filter(date -> date.teamId() == team.id())
                .findFirst()
                .orElse(null);
        return new TeamCard(
                team.id(),
                team.name(),
                team.ward(),
                team.wardName(),
                team.villages().stream().map(PublicTeam.Village::name).collect(Collectors.joining(", ")),
                team.leader(),
                team.responsible(),
                team.chat(),
                team.phones().stream()
                        .map(phone -> new Phone("tel:" + phone.number(), grouped(phone.number()), phone.name()))
                        .toList(),
                next == null
                        ? null
                        : words.vn().weekdayAndDay(next.day()) + ", " + words.hours(next.from(), next.until()),
                next == null ? null : next.place());
    }

    /** 0900 000 112. */
    static String grouped(String number) {
        return number.length() == 10
                ? number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7)
                : number;
    }

    Choice link() {
        return new Choice("/public/teams/" + id, name);
    }
}
