package vn.tungnha.indicators;

import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.TeamPlaces;
import vn.tungnha.shared.RuleBroken;

/** What is counted of each account type: who holds it, whom the teams newly gave it, and the share of holders. */
@Service
@RequiredArgsConstructor
public class AccountIndicators {

    private final JdbcClient jdbc;
    private final MeasureCounts counts;
    private final Optional<TeamPlaces> teams;

    /** The share of holders among the people registered, by account type: known of any area, a team's too. */
    @Transactional(readOnly = true)
    public Map<String, IndicatorChoice> sharesOfRegistered(LocalDate on) {
        Map<String, IndicatorChoice> shares = new LinkedHashMap<>();
        jdbc.sql("""
                        select n.account_type, i.code, a.code as variant
                        from indicator i
                        join indicator_version v on v.indicator_id = i.id and :on between v.valid_from and v.valid_to
                        join indicator_variant a on a.indicator_version_id = v.id
                        join measure n on n.code = a.numerator and n.basis = 'HOLDERS'
                        join measure d on d.code = a.denominator and d.basis = 'REGISTERED_PERSONS' and d.smartphone is null
                        order by i.position desc, a.position desc
                        """).param("on", on).query(row -> {
            shares.put(
                    row.getString("account_type"),
                    new IndicatorChoice(row.getString("code"), row.getString("variant")));
        });
        return shares;
    }

    /** Account types a team is to reach a target with on a day, its own or that of a unit above its villages. */
    @Transactional(readOnly = true)
    public Set<String> targeted(long team, LocalDate on) {
        Set<Long> villages = teams.map(it -> it.villagesOf(team, on)).orElse(Set.of());
        return new LinkedHashSet<>(jdbc.sql("""
                        select distinct n.account_type from target t
                        join indicator_version v on v.indicator_id = t.indicator_id and :on between v.valid_from and v.valid_to
                        join indicator_variant a on a.indicator_version_id = v.id
                        join measure n on n.code = a.numerator and n.account_type is not null
                        where t.replaced_at is null and :on between t.first_day and t.last_day
                          and (t.team_id = :team or exists (
                            select from unit_closure c where c.descendant_id = any(:villages)
                              and c.ancestor_id = t.unit_id and :on between c.valid_from and c.valid_to))
                        """)
                .param("on", on)
                .param("team", team)
                .param("villages", villages.toArray(Long[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Begins to count an account type that was just added: its holders, those newly given it, and both as indicators.
     *
     * @throws RuleBroken when a measure or an indicator bears the name already
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void begin(NewAccount account) {
        String holders = account.code() + "_HOLDERS";
        String given = account.code() + "_NEW";
        boolean taken = jdbc.sql("select exists (select code from measure where code in (:codes) "
                        + "union all select code from indicator where code in (:codes))")
                .param("codes", List.of(holders, given))
                .query(Boolean.class)
                .single();
        if (taken) {
            throw RuleBroken.at("code", "indicators.error.code-taken", account.code());
        }
        String registered = registered(account.minAge());
        measure(holders, account.withPrefix("Người đang có ", "Holders of "), "STOCK", "HOLDERS", account);
        measure(
                given,
                account.withPrefix("Người được tổ kích hoạt mới ", "Newly given: "),
                "FLOW",
                "ACTIVATIONS",
                account);
        indicator(
                holders,
                "RATE",
                account.withPrefix("Tỷ lệ người có ", "Persons with "),
                account,
                new Formula("REGISTERED", "Trên người trong sổ", "Of people registered", holders, registered));
        indicator(
                given,
                "COUNT",
                account.withPrefix("Kích hoạt mới ", "Newly activated: "),
                account,
                new Formula("STANDARD", "Chuẩn", "Standard", given, null));
    }

    /** Who is of the age, counted from the register; such a measure is made when an age is met the first time. */
    private String registered(int age) {
        if (age == 0) {
            return "PERSONS_REGISTERED";
        }
        String code = "PERSONS_REGISTERED_" + age;
        jdbc.sql("""
                        insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis,
                                             household_kind, age_from, position)
                        values (:code, :vi, :en, 'người', 'persons', 'FIELD', 'STOCK', 'REGISTERED_PERSONS', 'HOUSEHOLD', :age, 13)
                        on conflict (code) do nothing returning id
                        """)
                .param("code", code)
                .param("vi", "Người từ đủ " + age + " tuổi trong sổ")
                .param("en", "Persons of " + age + " and over registered")
                .param("age", age)
                .query(Integer.class)
                .optional()
                .ifPresent(id -> counts.begin(id, "REGISTERED_PERSONS"));
        return code;
    }

    private void measure(String code, Names names, String adding, String basis, NewAccount account) {
        jdbc.sql("""
                        insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, basis,
                                             account_type, household_kind, age_from, position)
                        select :code, :vi, :en, 'người', 'persons', 'FIELD', :adding, :basis, :account, 'HOUSEHOLD',
                               nullif(:age, 0), max(position) + 1 from measure
                        """)
                .param("code", code)
                .param("vi", names.vi())
                .param("en", names.en())
                .param("adding", adding)
                .param("basis", basis)
                .param("account", account.code())
                .param("age", account.minAge())
                .update();
    }

    private void indicator(String code, String kind, Names names, NewAccount account, Formula formula) {
        boolean rate = kind.equals("RATE");
        jdbc.sql("""
                        with added as (
                            insert into indicator (code, kind, pillar, position)
                            select :code, :kind, :pillar, max(position) + 1 from indicator returning id
                        ), defined as (
                            insert into indicator_version (indicator_id, version, name_vi, name_en, short_vi, short_en,
                                                           unit_vi, unit_en, direction, factor, decimals)
                            select id, 1, :vi, :en, :shortVi, :shortEn, :unitVi, :unitEn, 'UP', :factor, :decimals from added
                            returning id
                        )
                        insert into indicator_variant (indicator_version_id, code, name_vi, name_en, numerator, denominator,
                                                       numerator_vi, numerator_en, denominator_vi, denominator_en, standard, position)
                        select defined.id, :variant, :variantVi, :variantEn, n.code, d.code,
                               n.name_vi, n.name_en, d.name_vi, d.name_en, true, 1
                        from defined join measure n on n.code = :numerator left join measure d on d.code = :denominator
                        """)
                .param("code", code)
                .param("kind", kind)
                .param("pillar", account.pillar())
                .param("vi", names.vi())
                .param("en", names.en())
                .param("shortVi", rate ? account.shortVi() : names.vi())
                .param("shortEn", rate ? account.shortEn() : names.en())
                .param("unitVi", rate ? "%" : "người")
                .param("unitEn", rate ? "%" : "persons")
                .param("factor", rate ? 100 : 1)
                .param("decimals", rate ? 2 : 0)
                .param("variant", formula.code())
                .param("variantVi", formula.nameVi())
                .param("variantEn", formula.nameEn())
                .param("numerator", formula.numerator())
                .param("denominator", formula.denominator(), Types.VARCHAR)
                .update();
    }

    private record Names(String vi, String en) {}

    private record Formula(
            String code,
            String nameVi,
            String nameEn,
            String numerator,
            @Nullable String denominator) {}

    /**
     * An account type to count from now on.
     *
     * @param pillar GOVERNMENT, ECONOMY or SOCIETY
     */
    public record NewAccount(
            String code, String nameVi, String nameEn, String shortVi, String shortEn, int minAge, String pillar) {

        private Names withPrefix(String vi, String en) {
            return new Names(vi + inSentence(nameVi), en + inSentence(nameEn));
        }

        /** Small first letter, but VNeID stays VNeID. */
        private static String inSentence(String name) {
            boolean word = name.length() < 2 || Character.isLowerCase(name.charAt(1));
            return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
        }
    }
}
