package vn.tungnha.visits.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.tungnha.identity.Allowed;
import vn.tungnha.identity.CurrentDevice;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.DeviceRevoked;
import vn.tungnha.identity.DeviceState;
import vn.tungnha.identity.Devices;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.teams.Teams;
import vn.tungnha.visits.DeskLog;
import vn.tungnha.visits.Rounds;
import vn.tungnha.visits.Snapshots;
import vn.tungnha.visits.TeamPeople;

/**
 * Hands a phone what it may hold of its team's alleys; what it has already is not sent again. Open to whoever is signed in:
 * somebody without a team is told so with 204, and the phone then keeps nothing.
 */
@RestController
@Allowed
@RequiredArgsConstructor
class SnapshotController {

    private final FieldTeams teams;
    private final Rounds rounds;
    private final Snapshots snapshots;
    private final DeskLog desks;
    private final TeamPeople people;
    private final Teams register;
    private final PhoneWriter writer;
    private final Devices devices;
    private final Clock clock;

    /**
     * 304 takes both: the mark of the last answer, and all its alleys, as a phone may have lost some.
     *
     * @param have hashes of the alleys the phone holds
     */
    @GetMapping("/field/snapshot")
    @Nullable
    PhoneData snapshot(
            @RequestParam(required = false) @Nullable Long team,
            @RequestParam(defaultValue = "") Set<String> have,
            @RequestHeader(value = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known,
            CurrentUser user,
            CurrentDevice device,
            HttpSession session,
            HttpServletResponse response,
            Locale locale) {
        if (devices.seen(device, null, user) == DeviceState.REVOKED) {
            throw new DeviceRevoked();
        }
        if (rounds.teams(user).isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return null;
        }
        Rounds.FieldTeam mine = team == null ? teams.choose(null, user, session).team() : own(team, user);
        List<TeamPeople.Member> members = people.of(String.valueOf(mine.id()), Days.today(clock), user);
        PhoneData all = writer.write(
                snapshots.take(mine.id(), user),
                mine,
                members,
                register.get(mine.id()).villages(),
                desks.today(mine.id(), user),
                user,
                locale);
        PhoneData news = PhoneWriter.without(have, all);
        // weak, or the server would not compress it
        String mark = "W/\"" + writer.mark(all) + "\"";
        response.setHeader(HttpHeaders.ETAG, mark);
        if (known.equals(mark) && news.alleys().stream().allMatch(alley -> alley.households() == null)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return null;
        }
        return news;
    }

    private Rounds.FieldTeam own(long team, CurrentUser user) {
        return rounds.teams(user).stream()
                .filter(one -> one.id() == team)
                .findFirst()
                .orElseThrow(() -> new OutOfScope("team", team));
    }
}
