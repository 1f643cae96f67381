package vn.tungnha.door;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.teams.TeamView;
import vn.tungnha.teams.Teams;

/** What a citizen does with requests, without login: sends one, asks what became of it, reads what others were answered. */
@Service
@RequiredArgsConstructor
@Transactional
public class PublicRequests {

    private final RequestRows rows;
    private final RequestKinds kinds;
    private final RequestSecrets secrets;
    private final FollowUpCodes codes;
    private final WorkingDays days;
    private final WardContacts contacts;
    private final Senders senders;
    private final Teams teams;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** An answer that may be read by everybody. */
    public record Answered(String ward, LocalDate received, LocalDate answered, String question, String answer) {}

    /** What somebody with the code may read: nothing that tells who asked. */
    public record Followed(
            String code,
            RequestKind kind,
            String ward,
            @Nullable String team,
            RequestState state,
            Instant receivedAt,
            LocalDate dueOn,
            @Nullable String answer,
            @Nullable Instant settledAt) {}

    /**
     * Puts a request into the ward's inbox, or straight onto the worklist of the one team that serves the village.
     *
     * @param address it came from; counted, never stored
     * @return the follow-up code; the same one when the same form comes again
     * @throws RuleBroken when something is missing, or the inbox takes no more today
     */
    public String send(RequestCommand asTyped, String address) {
        RequestCommand told = asStored(asTyped);
        RequestKind kind = kinds.get(told.kind());
        RequestSecrets.plain(told.phone() == null ? "0900000000" : told.phone());
        String code = codes.of(told.id());
        rows.lockInbox(told.ward());
        if (rows.has(told.id())) {
            return FollowUpCodes.shown(code);
        }
        LocalDate today = Days.today(clock);
        WardContact contact = contacts.of(told.ward());
        if (rows.receivedSince(told.ward(), today.atStartOfDay(Days.ZONE).toInstant()) >= contact.dailyMost()
                || !senders.takesOneMore(address, told.ward())) {
            throw contact.phone() == null
                    ? new RuleBroken("door.error.full")
                    : new RuleBroken("door.error.full-call", contact.phone());
        }
        Long team = told.kind().equals(RequestKind.VISIT) && told.village() != null ? onlyTeam(told.village()) : null;
        rows.add(
                told,
                FollowUpCodes.hash(code),
                sealed(told),
                team,
                clock.instant(),
                days.after(today, kind.answerDays()));
        events.publishEvent(
                new Audited("request.received", "request", told.id().toString(), told.ward(), null, kind.code(), null));
        return FollowUpCodes.shown(code);
    }

    /** Empty for a code that was never given, without telling why. */
    @Transactional(readOnly = true)
    public Optional<Followed> follow(String typed) {
        return FollowUpCodes.read(typed).flatMap(code -> rows.byCode(FollowUpCodes.hash(code), Days.today(clock))
                .filter(found ->
                        MessageDigest.isEqual(FollowUpCodes.hash(codes.of(found.id())), FollowUpCodes.hash(code)))
                .map(found -> followed(FollowUpCodes.shown(code), goingOn(found))));
    }

    /** One that was put together with another goes on there. */
    private RequestView goingOn(RequestView found) {
        return found.mergedInto() == null
                ? found
                : rows.find(found.mergedInto(), Days.today(clock)).orElse(found);
    }

    /** The latest first. @param ward null = of all wards */
    @Transactional(readOnly = true)
    public PageOf<Answered> answers(@Nullable Long ward, Paging paging) {
        String where = " from citizen_request r where r.published_at is not null"
                + " and (cast(:ward as bigint) is null or r.ward_id = :ward)";
        long total = jdbc.sql("select count(*)" + where)
                .param("ward", ward)
                .query(Long.class)
                .single();
        List<Answered> items = jdbc.sql("""
                        select r.received_at, r.settled_at, r.public_words, r.answer,
                               (select full_name from unit_version where unit_id = r.ward_id
                                order by :today between valid_from and valid_to desc, valid_from desc limit 1) as ward
                        """ + where + " order by r.published_at desc, r.id limit :size offset :offset")
                .param("ward", ward)
                .param("today", Days.today(clock))
                .param("size", paging.size())
                .param("offset", paging.offset())
                .query((row, n) -> new Answered(
                        row.getString("ward"),
                        Days.of(row.getTimestamp("received_at").toInstant()),
                        Days.of(row.getTimestamp("settled_at").toInstant()),
                        row.getString("public_words"),
                        row.getString("answer")))
                .list();
        return PageOf.of(items, paging, total);
    }

    /** Answers that came in time among those of a year, by kind; for the page that shows how the ward answers. */
    @Transactional(readOnly = true)
    public Promptness promptness(long ward) {
        return jdbc.sql("""
                        select count(*) as settled,
                               count(*) filter (where cast(settled_at at time zone 'Asia/Ho_Chi_Minh' as date) <= due_on) as in_time
                        from citizen_request
                        where ward_id = :ward and state in ('DONE', 'ANSWERED', 'REFUSED') and settled_at >= :since""")
                .param("ward", ward)
                .param(
                        "since",
                        Days.today(clock)
                                .minusYears(1)
                                .atStartOfDay(Days.ZONE)
                                .toInstant()
                                .atOffset(ZoneOffset.UTC))
                .query(Promptness.class)
                .single();
    }

    /** Requests settled within a year, and those of them by their day. */
    public record Promptness(int settled, int inTime) {}

    private static Followed followed(String code, RequestView found) {
        return new Followed(
                code,
                found.kind(),
                found.ward(),
                found.team(),
                found.state(),
                found.receivedAt(),
                found.dueOn(),
                found.answer(),
                found.settledAt());
    }

    private @Nullable Long onlyTeam(long village) {
        List<TeamView> there = teams.of(List.of(village), Days.today(clock));
        return there.size() == 1 ? there.get(0).id() : null;
    }

    private RequestRows.Sealed sealed(RequestCommand told) {
        if (told.phone() == null) {
            return RequestRows.Sealed.NONE;
        }
        String phone = RequestSecrets.plain(told.phone());
        return new RequestRows.Sealed(
                secrets.seal(told.id(), phone), phone.substring(phone.length() - 3), secrets.hash(phone));
    }

    /** Composed Unicode without what cannot be seen; nothing typed is null. */
    private static RequestCommand asStored(RequestCommand told) {
        return new RequestCommand(
                told.id(),
                told.kind(),
                told.ward(),
                told.village(),
                line(told.name()),
                line(told.phone()),
                line(told.address()),
                line(told.wanted()),
                words(told.words()),
                told.mayPublish());
    }

    private static @Nullable String line(@Nullable String typed) {
        String text = typed == null ? "" : VietnameseText.normalise(typed.replaceAll("\\p{C}", " "));
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String words(@Nullable String typed) {
        String text = typed == null ? "" : Texts.lines(typed);
        return text.isEmpty() ? null : text;
    }
}
