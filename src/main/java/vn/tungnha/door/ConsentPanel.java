package vn.tungnha.door;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.Vn;
import vn.tungnha.teams.TeamPanels;
import vn.tungnha.teams.TeamStatus;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** The card beside a team: its page and poster for citizens, and whose telephone they see there. */
@Component
@Order(30)
@RequiredArgsConstructor
class ConsentPanel implements TeamPanels {

    private final PhoneConsents consents;
    private final Teams teams;
    private final ScopeGuard guard;
    private final MessageSource messages;
    private final Clock clock;

    /** What the card shows. */
    record Card(long team, String today, List<Line> lines) {}

    /** A member with a telephone. @param agreed in words; null = has not agreed */
    record Line(UUID member, String name, @Nullable String agreed) {}

    @Override
    public Optional<Panel> of(TeamView team, CurrentUser user, Locale locale) {
        CurrentUser ward = user.as(RequestAccess.WARD);
        if (team.status() != TeamStatus.ACTIVE
                || ward.roles().isEmpty()
                || !guard.coversTeam(ward.scope(), team.id(), team.villageIds())) {
            return Optional.empty();
        }
        Map<UUID, PhoneConsents.Consent> given = consents.ofTeam(team.id()).stream()
                .collect(Collectors.toMap(PhoneConsents.Consent::member, Function.identity()));
        List<Line> lines = teams.members(team.id(), Days.today(clock)).stream()
                .filter(member -> member.phone() != null)
                .map(member -> new Line(member.id(), member.name(), agreed(given.get(member.id()), locale)))
                .toList();
        return Optional.of(
                new Panel("door/consents", new Card(team.id(), Days.today(clock).toString(), lines)));
    }

    private @Nullable String agreed(PhoneConsents.@Nullable Consent consent, Locale locale) {
        return consent == null
                ? null
                : messages.getMessage(
                        "door.consent.given." + consent.how(),
                        new Object[] {Vn.in(locale).day(consent.agreedOn())},
                        locale);
    }
}
