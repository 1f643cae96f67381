package vn.tungnha.allowances;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.closing.LateEntries;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Data;
import vn.tungnha.identity.ScopeGuard;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Choice;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;

/** What a ward adds to members' days or strikes out, always with a reason; nothing is deleted. */
@Service
@RequiredArgsConstructor
@Transactional
public class DutyMarks {

    private static final int LONGEST = 300;
    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    private final JdbcClient jdbc;
    private final GroundReader reader;
    private final ScopeGuard guard;
    private final List<DutySource> sources;
    private final LateEntries ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    private record Member(String name, LocalDate joinedOn, LocalDate leftOn) {}

    /** @throws RuleBroken without a reason, for a day outside the membership or to come, or when it is said already */
    public UUID say(MarkCommand command, CurrentUser user) {
        long ward = ward(command.team(), command.day(), user);
        Member member = jdbc.sql("select name, joined_on, left_on from team_member where id = :id and team_id = :team")
                .param("id", command.member())
                .param("team", command.team())
                .query(Member.class)
                .optional()
                .orElseThrow(() -> new NotFound("member", command.member()));
        check(command, member);
        UUID id = UUID.randomUUID();
        try {
            insert(id, command, user);
        } catch (DuplicateKeyException saidAlready) {
            throw new RuleBroken("allowances.error.said-already");
        }
        tell(
                command.kind().action(),
                command,
                member.name(),
                ward,
                command.reason().strip());
        return id;
    }

    /** Takes a word back; it stays readable. */
    public void end(UUID id, CurrentUser user) {
        Mark mark = reader.mark(id).orElseThrow(() -> new NotFound("mark", id));
        long ward = ward(mark.team(), mark.day(), user);
        int ended = jdbc.sql("update duty_mark set ended_at = :at, ended_by = :by where id = :id and ended_at is null")
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", user.accountId())
                .param("id", id)
                .update();
        if (ended > 0) {
            String name = jdbc.sql("select name from team_member where id = :id")
                    .param("id", mark.member())
                    .query(String.class)
                    .single();
            tell(
                    "duty.unmarked",
                    new MarkCommand(
                            mark.team(),
                            mark.member(),
                            mark.day(),
                            mark.kind(),
                            mark.duty(),
                            mark.planned(),
                            mark.programme(),
                            mark.reason()),
                    name,
                    ward,
                    mark.reason());
        }
    }

    public Mark get(UUID id, CurrentUser user) {
        Mark mark = reader.mark(id).orElseThrow(() -> new NotFound("mark", id));
        ward(mark.team(), mark.day(), user);
        return mark;
    }

    private void check(MarkCommand command, Member member) {
        if (command.reason().isBlank()) {
            throw RuleBroken.at("reason", "allowances.error.reason");
        }
        if (command.reason().strip().length() > LONGEST) {
            throw RuleBroken.at("reason", "allowances.error.reason-long", LONGEST);
        }
        if (command.day().isAfter(Days.today(clock))) {
            throw RuleBroken.at("day", "allowances.error.future");
        }
        if (command.day().isBefore(member.joinedOn()) || command.day().isAfter(member.leftOn())) {
            throw RuleBroken.at("day", "allowances.error.not-member");
        }
        if (command.isVerdict()
                && (command.programme() == null || command.programme().isBlank())) {
            throw RuleBroken.at("programme", "allowances.error.needed");
        }
        String duty = command.duty();
        if (command.kind() == Mark.Kind.ADDED
                && (duty == null
                        || sources.stream()
                                .flatMap(it -> it.kinds(VIETNAMESE).stream())
                                .map(Choice::value)
                                .noneMatch(duty::equals))) {
            throw RuleBroken.at("duty", "allowances.error.kind");
        }
    }

    /** The commune that pays the team, within the reader's reach. */
    private long ward(long team, LocalDate day, CurrentUser user) {
        long ward = reader.placed(Set.of(team), day).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("team", team))
                .commune();
        guard.require(user.scope(), Data.PEOPLE, ward);
        return ward;
    }

    private void insert(UUID id, MarkCommand command, CurrentUser user) {
        jdbc.sql("""
                        insert into duty_mark (id, team_id, member_id, day, mark, duty, planned, programme, reason, made_by, made_at)
                        values (:id, :team, :member, :day, :mark, :duty, :planned, :programme, :reason, :by, :at)
                        """)
                .param("id", id)
                .param("team", command.team())
                .param("member", command.member())
                .param("day", command.day())
                .param("mark", command.kind().name())
                .param("duty", command.kind() == Mark.Kind.ADDED ? command.duty() : null, Types.VARCHAR)
                .param("planned", command.kind() == Mark.Kind.ADDED && command.planned())
                .param("programme", command.isVerdict() ? command.programme() : null, Types.VARCHAR)
                .param("reason", command.reason().strip())
                .param("by", user.accountId())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void tell(String action, MarkCommand command, String name, long ward, String reason) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("member", name);
        said.put("day", command.day().toString());
        if (command.duty() != null) {
            said.put("duty", command.duty());
        }
        if (command.programme() != null) {
            said.put("programme", command.programme());
        }
        boolean ended = action.equals("duty.unmarked");
        String team = String.valueOf(command.team());
        events.publishEvent(new Audited(action, "team", team, ward, ended ? said : null, ended ? null : said, reason));
        ledger.enter(ward, command.day(), action, "team", team, reason);
    }
}
