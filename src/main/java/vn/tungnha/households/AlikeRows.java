package vn.tungnha.households;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.tungnha.households.likeness.Described;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.ScopeSql;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.SortKeys;

/** Candidates from the indexes: whoever shares a key of the name, a number, or the household. The scope is in the predicate. */
@Component
@RequiredArgsConstructor
class AlikeRows {

    private static final String ENTRY = """
            select r.id, r.version, r.name, r.birth_year, r.sex, r.phone_hash, r.phone_last3, r.citizen_hash, r.household_id,
                   r.status, h.alley, h.number, h.village_id
            """;

    /** The year before and after are looked for by the whole name only, a name without a year by name and no year. */
    private static final String FOUND = """
            with wanted as (
                select case when cast(:year as int) is null then array[keys[1]]
                            else array_remove(keys, keys[1]) || array[keys[1] || '|', keys[1] || '|' || (cast(:year as int) - 1),
                                                   keys[1] || '|' || (cast(:year as int) + 1)] end as keys
                from (select resident_keys(:search, cast(:year as int)) as keys) k
            ), found as (
                select r.id from wanted w, resident r where r.match_keys && w.keys
                union select id from resident where phone_hash = :phone
                union select id from resident where citizen_hash = :citizen
                union select resident_id from residence where household_id = :household and valid_to = '9999-12-31'
            )
            """ + ENTRY + """
            from found f join resident r on r.id = f.id and r.status <> 'MERGED' join household h on h.id = r.household_id
            where r.id is distinct from :self and %s limit 500
            """;

    private final JdbcClient jdbc;
    private final HouseholdPlaces places;
    private final PersonalSecrets secrets;

    List<AlikePerson.Entry> inside(Described who, @Nullable UUID self, CurrentUser user) {
        return find(FOUND.formatted(ScopeSql.covers("h.village_id")), who, self, user);
    }

    /** For the one question whether there may be somebody: what is found is compared, never shown. */
    List<AlikePerson.Entry> outside(Described who, UUID self, CurrentUser user) {
        return find(FOUND.formatted("not " + ScopeSql.covers("h.village_id")), who, self, user);
    }

    Map<UUID, AlikePerson.Entry> all(Collection<UUID> ids) {
        Map<UUID, AlikePerson.Entry> entries = new HashMap<>();
        jdbc.sql(ENTRY + "from resident r join household h on h.id = r.household_id where r.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(AlikeRows::entry)
                .list()
                .forEach(entry -> entries.put(entry.id(), entry));
        return entries;
    }

    /** What is typed, as it would be described once stored. */
    Described described(TypedPerson typed) {
        String alley = typed.household() == null
                ? null
                : jdbc.sql("select village_id || '|' || alley from household where id = ?")
                        .param(typed.household())
                        .query(String.class)
                        .optional()
                        .map(SortKeys::fold)
                        .orElse(null);
        return new Described(
                typed.name(),
                typed.birthYear(),
                typed.sex() == null ? null : typed.sex().name(),
                text(phone(typed)),
                text(citizen(typed)),
                typed.household(),
                alley);
    }

    private List<AlikePerson.Entry> find(String sql, Described who, @Nullable UUID self, CurrentUser user) {
        String name = who.name();
        return places.bind(jdbc.sql(sql), user)
                .param("search", name == null ? "" : SortKeys.fold(name))
                .param("year", who.birthYear(), Types.INTEGER)
                .param("phone", bytes(who.phone()), Types.BINARY)
                .param("citizen", bytes(who.citizen()), Types.BINARY)
                .param("household", who.household(), Types.OTHER)
                .param("self", self, Types.OTHER)
                .query(AlikeRows::entry)
                .list();
    }

    private static byte @Nullable [] bytes(@Nullable String hash) {
        return hash == null ? null : Base64.getDecoder().decode(hash);
    }

    private byte @Nullable [] phone(TypedPerson typed) {
        String phone = typed.phone();
        return phone == null || phone.isBlank() ? null : hash(() -> secrets.hashPhone(phone));
    }

    private byte @Nullable [] citizen(TypedPerson typed) {
        String number = typed.citizenNumber();
        return number == null || number.isBlank() ? null : hash(() -> secrets.hashCitizenNumber(number));
    }

    /** Half typed is no number yet. */
    private static byte @Nullable [] hash(Supplier<byte[]> number) {
        try {
            return number.get();
        } catch (RuleBroken halfTyped) {
            return null;
        }
    }

    private static AlikePerson.Entry entry(ResultSet row, int n) throws SQLException {
        UUID household = row.getObject("household_id", UUID.class);
        Integer year = row.getObject("birth_year", Integer.class);
        String alley = row.getString("alley");
        String number = row.getString("number");
        Described described = new Described(
                row.getString("name"),
                year,
                row.getString("sex"),
                text(row.getBytes("phone_hash")),
                text(row.getBytes("citizen_hash")),
                household,
                SortKeys.fold(row.getLong("village_id") + "|" + alley));
        return new AlikePerson.Entry(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                year,
                row.getString("phone_last3"),
                household,
                number.isEmpty() ? alley : alley + " " + number,
                row.getLong("village_id"),
                ResidentStatus.valueOf(row.getString("status")),
                described);
    }

    private static @Nullable String text(byte @Nullable [] hash) {
        return hash == null ? null : Base64.getEncoder().encodeToString(hash);
    }
}
