package vn.tungnha.indicators;

import java.sql.Types;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.indicators.MeasureView.Source;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Adds measures and renames them. How a measure is counted never changes: another way of counting is another measure. */
@Service
@RequiredArgsConstructor
@Transactional
public class MeasureEditor {

    /** What of the log can be counted, and how that adds over time. */
    public static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("VISITS", "FLOW"),
            Map.entry("UNNAMED", "FLOW"),
            Map.entry("ACTIVATIONS", "FLOW"),
            Map.entry("FAILURES", "FLOW"),
            Map.entry("HOUSEHOLDS", "DISTINCT"),
            Map.entry("PERSONS", "DISTINCT"),
            Map.entry("ACTIVE_TEAMS", "DISTINCT"),
            Map.entry("HOLDERS", "STOCK"),
            Map.entry("REGISTERED_HOUSEHOLDS", "STOCK"),
            Map.entry("REGISTERED_PERSONS", "STOCK"),
            Map.entry("TEAMS", "STOCK"),
            Map.entry("MEMBERS", "STOCK"),
            Map.entry("TRAINED", "STOCK"),
            Map.entry("VILLAGES", "STOCK"),
            Map.entry("VILLAGES_WITH_TEAM", "STOCK"),
            Map.entry("REPORTS_DUE", "FLOW"),
            Map.entry("REPORTS_ON_TIME", "FLOW"),
            Map.entry("ACTIVITIES", "FLOW"),
            Map.entry("ATTENDANCES", "FLOW"),
            Map.entry("HEADS", "FLOW"),
            Map.entry("TRAINEES", "DISTINCT"),
            Map.entry("STALLS", "STOCK"),
            Map.entry("STALLS_CASHLESS", "STOCK"));

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final Set<String> RESERVED = Set.of("QUOTA", "SCORE");
    private static final int OLDEST = 120;

    private final JdbcClient jdbc;
    private final MeasureCounts counts;
    private final ApplicationEventPublisher events;

    /**
     * A measure as it is written down.
     *
     * @param basis what of the log is counted; null unless FIELD
     */
    public record Draft(
            int version,
            String code,
            String nameVi,
            String nameEn,
            String unitVi,
            String unitEn,
            @Nullable Source source,
            @Nullable String adding,
            boolean addsOverUnits,
            @Nullable String basis,
            @Nullable String outcome,
            @Nullable String topic,
            @Nullable String accountType,
            @Nullable String householdKind,
            @Nullable Integer ageFrom,
            @Nullable Integer ageTo,
            @Nullable String failureReason,
            @Nullable Boolean smartphone) {}

    @Transactional(readOnly = true)
    public Draft get(String code) {
        return jdbc.sql("select version, code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time as adding, "
                        + "adds_over_units, basis, outcome, topic, account_type, household_kind, age_from, age_to, "
                        + "failure_reason, smartphone "
                        + "from measure where code = :code")
                .param("code", code)
                .query(Draft.class)
                .optional()
                .orElseThrow(() -> new NotFound("measure", code));
    }

    /** Codes of a list that rows may name: outcomes, topics, account types. */
    @Transactional(readOnly = true)
    public List<String> codes(Filter filter) {
        return jdbc.sql("select code from " + filter.table + " order by position, code")
                .query(String.class)
                .list();
    }

    /** What a count of the log can be narrowed to. */
    @RequiredArgsConstructor
    public enum Filter {
        OUTCOME("outcome"),
        TOPIC("topic"),
        ACCOUNT_TYPE("account_type"),
        FAILURE_REASON("failure_reason");

        private final String table;
    }

    /** A measure of the log is then counted over everything that was ever logged, in the background. */
    public void add(Draft it, CurrentUser user) {
        DefinitionDrafts.require(user);
        if (!CODE.matcher(it.code()).matches() || RESERVED.contains(it.code())) {
            throw RuleBroken.at("code", "indicators.define.error.code");
        }
        checkNames(it);
        checkNature(it);
        known("outcome", it.outcome(), Filter.OUTCOME);
        known("topic", it.topic(), Filter.TOPIC);
        known("accountType", it.accountType(), Filter.ACCOUNT_TYPE);
        known("failureReason", it.failureReason(), Filter.FAILURE_REASON);
        boolean field = it.source() == Source.FIELD;
        Integer id = jdbc.sql("""
                        insert into measure (code, name_vi, name_en, unit_vi, unit_en, source, adds_over_time, adds_over_units,
                            basis, outcome, topic, account_type, household_kind, age_from, age_to, failure_reason, smartphone,
                            fractions, position)
                        select :code, :nameVi, :nameEn, :unitVi, :unitEn, :source, :adding, :units, :basis, :outcome, :topic,
                            :account, :household, :from, :to, :failure, :smartphone, :source <> 'FIELD', max(position) + 1 from measure
                        on conflict (code) do nothing returning id
                        """)
                .param("code", it.code())
                .param("nameVi", it.nameVi())
                .param("nameEn", it.nameEn())
                .param("unitVi", it.unitVi())
                .param("unitEn", it.unitEn())
                .param("source", String.valueOf(it.source()))
                .param("adding", field ? BASES.get(it.basis()) : it.adding())
                .param("units", field || it.addsOverUnits())
                .param("basis", field ? it.basis() : null, Types.VARCHAR)
                .param("outcome", field ? it.outcome() : null, Types.VARCHAR)
                .param("topic", field ? it.topic() : null, Types.VARCHAR)
                .param("account", field ? it.accountType() : null, Types.VARCHAR)
                .param("household", field ? it.householdKind() : null, Types.VARCHAR)
                .param("from", field ? it.ageFrom() : null, Types.INTEGER)
                .param("to", field ? it.ageTo() : null, Types.INTEGER)
                .param("failure", field ? it.failureReason() : null, Types.VARCHAR)
                .param("smartphone", field ? it.smartphone() : null, Types.BOOLEAN)
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> RuleBroken.at("code", "indicators.error.code-taken", it.code()));
        if (field) {
            counts.begin(id, String.valueOf(it.basis()));
        }
        events.publishEvent(new Audited("measure.added", "measure", it.code(), null, null, it, null));
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void rename(Draft it, CurrentUser user) {
        DefinitionDrafts.require(user);
        Draft before = get(it.code());
        checkNames(it);
        int changed = jdbc.sql("update measure set version = version + 1, name_vi = :nameVi, name_en = :nameEn, "
                        + "unit_vi = :unitVi, unit_en = :unitEn where code = :code and version = :version")
                .param("nameVi", it.nameVi())
                .param("nameEn", it.nameEn())
                .param("unitVi", it.unitVi())
                .param("unitEn", it.unitEn())
                .param("code", it.code())
                .param("version", it.version())
                .update();
        if (changed == 0) {
            throw new Stale("measure", it.code());
        }
        events.publishEvent(new Audited("measure.renamed", "measure", it.code(), null, before, get(it.code()), null));
    }

    private void known(String field, @Nullable String code, Filter filter) {
        if (code != null && !codes(filter).contains(code)) {
            throw RuleBroken.at(field, "indicators.define.error.choice");
        }
    }

    private static void checkNames(Draft it) {
        Map.of("nameVi", it.nameVi(), "nameEn", it.nameEn(), "unitVi", it.unitVi(), "unitEn", it.unitEn())
                .forEach((field, text) -> {
                    if (text.isBlank() || text.length() > 200) {
                        throw RuleBroken.at(field, "indicators.define.error.missing");
                    }
                });
    }

    private static void checkNature(Draft it) {
        if (it.source() == null || it.source() == Source.STATED) {
            throw RuleBroken.at("source", "indicators.define.error.choice");
        }
        if (it.source() != Source.FIELD) {
            if (it.adding() == null || !Set.of("FLOW", "STOCK").contains(it.adding())) {
                throw RuleBroken.at("adding", "indicators.define.error.choice");
            }
            return;
        }
        if (it.basis() == null || !BASES.containsKey(it.basis())) {
            throw RuleBroken.at("basis", "indicators.define.error.choice");
        }
        if (it.basis().equals("HOLDERS") && it.accountType() == null) {
            throw RuleBroken.at("accountType", "indicators.define.error.account-type");
        }
        if (it.failureReason() != null && !it.basis().equals("FAILURES")) {
            throw RuleBroken.at("failureReason", "indicators.define.error.only-failures");
        }
        if (it.smartphone() != null && !it.basis().equals("REGISTERED_PERSONS")) {
            throw RuleBroken.at("smartphone", "indicators.define.error.only-persons");
        }
        if (it.householdKind() != null && !Set.of("HOUSEHOLD", "TRADER").contains(it.householdKind())) {
            throw RuleBroken.at("householdKind", "indicators.define.error.choice");
        }
        for (Integer age : new Integer[] {it.ageFrom(), it.ageTo()}) {
            if (age != null && (age < 0 || age > OLDEST)) {
                throw RuleBroken.at("ageFrom", "indicators.define.error.whole", 0, OLDEST);
            }
        }
    }
}
