package vn.tungnha.door;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.tungnha.shared.Stale;

/** Requests as rows. */
@Repository
@RequiredArgsConstructor
class RequestRows {

    /** First half of our advisory lock keys, so that nobody else's numbers meet ours. */
    private static final int WARD_LOCK = 7308;

    static final String SELECT = """
            select r.*, k.name_vi as kind_vi, k.name_en as kind_en, k.answer_days, k.keep_days, t.name as team,
                   a.display_name as settled_name, w.full_name as ward, v.name as village, s.others as same_number
            from citizen_request r
            join request_kind k on k.code = r.kind
            left join team t on t.id = r.team_id
            left join account a on a.id = r.settled_by
            left join lateral (
                select full_name from unit_version where unit_id = r.ward_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) w on true
            left join lateral (
                select name from unit_version where unit_id = r.village_id
                order by :today between valid_from and valid_to desc, valid_from desc limit 1) v on true
            cross join lateral (
                select count(*) as others from citizen_request o
                where o.phone_hash = r.phone_hash and o.ward_id = r.ward_id and o.id <> r.id
                  and o.state in ('NEW', 'ASSIGNED')) s
            where\s""";

    private final JdbcClient jdbc;

    /** One writer at a time for a ward's inbox, so that it takes no more than it takes. */
    void lockInbox(long ward) {
        jdbc.sql("select pg_advisory_xact_lock(:space, cast(:ward as int))")
                .param("space", WARD_LOCK)
                .param("ward", ward)
                .query((row, n) -> 0)
                .list();
    }

    int receivedSince(long ward, Instant since) {
        return jdbc.sql("select count(*) from citizen_request where ward_id = :ward and received_at >= :since")
                .param("ward", ward)
                .param("since", at(since))
                .query(Integer.class)
                .single();
    }

    boolean has(UUID id) {
        return jdbc.sql("select exists (select from citizen_request where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Sealed(byte @Nullable [] cipher, @Nullable String last3, byte @Nullable [] hash) {

        static final Sealed NONE = new Sealed(null, null, null);
    }

    void add(RequestCommand told, byte[] code, Sealed phone, @Nullable Long team, Instant now, LocalDate due) {
        jdbc.sql("""
                        insert into citizen_request (id, kind, code_hash, ward_id, village_id, team_id, name, phone_cipher,
                            phone_last3, phone_hash, address, wanted, words, may_publish, state, received_at, due_on)
                        values (:id, :kind, :code, :ward, :village, :team, :name, :cipher, :last3, :hash, :address, :wanted,
                                :words, :mayPublish, :state, :now, :due)""")
                .param("id", told.id())
                .param("kind", told.kind())
                .param("code", code)
                .param("ward", told.ward())
                .param("village", told.village(), Types.BIGINT)
                .param("team", team, Types.BIGINT)
                .param("name", told.name(), Types.VARCHAR)
                .param("cipher", phone.cipher(), Types.BINARY)
                .param("last3", phone.last3(), Types.VARCHAR)
                .param("hash", phone.hash(), Types.BINARY)
                .param("address", told.address(), Types.VARCHAR)
                .param("wanted", told.wanted(), Types.VARCHAR)
                .param("words", told.words(), Types.VARCHAR)
                .param("mayPublish", told.mayPublish())
                .param("state", (team == null ? RequestState.NEW : RequestState.ASSIGNED).name())
                .param("now", at(now))
                .param("due", due)
                .update();
    }

    Optional<RequestView> find(UUID id, LocalDate today) {
        return jdbc.sql(SELECT + "r.id = :id")
                .param("id", id)
                .param("today", today)
                .query(RequestRows::view)
                .optional();
    }

    Optional<RequestView> byCode(byte[] hash, LocalDate today) {
        return jdbc.sql(SELECT + "r.code_hash = :hash")
                .param("hash", hash)
                .param("today", today)
                .query(RequestRows::view)
                .optional();
    }

    byte @Nullable [] phone(UUID id) {
        return jdbc
                .sql("select phone_cipher from citizen_request where id = ? and phone_cipher is not null")
                .param(id)
                .query(byte[].class)
                .list()
                .stream()
                .findFirst()
                .orElse(null);
    }

    void assign(RequestView seen, long team) {
        changed(
                seen,
                jdbc.sql("""
                                update citizen_request set version = version + 1, team_id = :team, state = 'ASSIGNED'
                                where id = :id and version = :version and state in ('NEW', 'ASSIGNED')""")
                        .param("team", team)
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update());
    }

    void settle(
            RequestView seen,
            RequestState state,
            @Nullable String answer,
            @Nullable UUID into,
            @Nullable UUID visit,
            UUID account,
            Instant now) {
        changed(
                seen,
                jdbc.sql("""
                                update citizen_request set version = version + 1, state_before = state, state = :state,
                                       answer = :answer, merged_into = :into, visit_id = :visit, settled_by = :account,
                                       settled_at = :now
                                where id = :id and version = :version and state in ('NEW', 'ASSIGNED')""")
                        .param("state", state.name())
                        .param("answer", answer, Types.VARCHAR)
                        .param("into", into, Types.OTHER)
                        .param("visit", visit, Types.OTHER)
                        .param("account", account)
                        .param("now", at(now))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update());
    }

    void bringBack(RequestView seen) {
        changed(
                seen,
                jdbc.sql("""
                                update citizen_request set version = version + 1, state = state_before, state_before = null,
                                       answer = null, merged_into = null, visit_id = null, settled_by = null, settled_at = null,
                                       public_words = null, published_at = null
                                where id = :id and version = :version and state_before is not null and erased_at is null""")
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update());
    }

    /** @param words null = no longer shown */
    void publish(RequestView seen, @Nullable String words, Instant now) {
        changed(
                seen,
                jdbc.sql("""
                                update citizen_request set version = version + 1, public_words = :words,
                                       published_at = case when cast(:words as text) is null then null else :now end
                                where id = :id and version = :version and state = 'ANSWERED' and may_publish""")
                        .param("words", words, Types.VARCHAR)
                        .param("now", at(now))
                        .param("id", seen.id())
                        .param("version", seen.version())
                        .update());
    }

    /** Erases what tells who asked, once its time is over. @return how many */
    int erase(LocalDate today, Instant now) {
        return jdbc.sql("""
                        update citizen_request r set version = version + 1, name = null, phone_cipher = null, phone_last3 = null,
                               phone_hash = null, address = null, wanted = null, words = null,
                               answer = case when published_at is null then null else answer end, erased_at = :now
                        from request_kind k
                        where k.code = r.kind and r.erased_at is null and r.settled_at is not null
                          and cast(r.settled_at at time zone 'Asia/Ho_Chi_Minh' as date) + k.keep_days < :today""").param("now", at(now)).param("today", today).update();
    }

    private static void changed(RequestView seen, int rows) {
        if (rows == 0) {
            throw new Stale("request", seen.id());
        }
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    static RequestView view(ResultSet row, int n) throws SQLException {
        return new RequestView(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                new RequestKind(
                        row.getString("kind"),
                        row.getString("kind_vi"),
                        row.getString("kind_en"),
                        row.getInt("answer_days"),
                        row.getInt("keep_days")),
                row.getLong("ward_id"),
                row.getString("ward"),
                row.getObject("village_id", Long.class),
                row.getString("village"),
                row.getObject("team_id", Long.class),
                row.getString("team"),
                row.getString("name"),
                row.getString("phone_last3"),
                row.getString("address"),
                row.getString("wanted"),
                row.getString("words"),
                row.getBoolean("may_publish"),
                RequestState.valueOf(row.getString("state")),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                row.getString("answer"),
                moment(row, "settled_at"),
                row.getString("settled_name"),
                row.getObject("merged_into", UUID.class),
                row.getObject("visit_id", UUID.class),
                row.getString("public_words"),
                moment(row, "published_at"),
                row.getObject("erased_at") != null,
                row.getInt("same_number"));
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
