package vn.tungnha.markets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** Kinds of markets, ways of taking money and their providers. */
@Service
@RequiredArgsConstructor
@Transactional
public class MarketTerms {

    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{1,39}");
    private static final int LONGEST = 80;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** What the words are about, and the table that holds them. */
    public enum Part {
        KIND("market_kind", false),
        WAY("pay_way", true),
        PROVIDER("pay_provider", false);

        private final String table;
        private final boolean marked;

        Part(String table, boolean marked) {
            this.table = table;
            this.marked = marked;
        }

        /** Whether it says if money changes hands without cash. */
        public boolean isMarked() {
            return marked;
        }
    }

    @Transactional(readOnly = true)
    public List<MarketTerm> all(Part part) {
        String marks = part.marked ? "" : ", false as cashless, false as provided";
        return jdbc.sql("select t.*" + marks + " from " + part.table + " t order by position, code")
                .query(MarketTerm.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<MarketTerm> enabled(Part part) {
        return all(part).stream().filter(MarketTerm::enabled).toList();
    }

    /** Also those no longer in use: things of the past are called by them. */
    @Transactional(readOnly = true)
    public Map<String, MarketTerm> byCode(Part part) {
        return all(part).stream().collect(Collectors.toMap(MarketTerm::code, Function.identity()));
    }

    @Transactional(readOnly = true)
    public MarketTerm get(Part part, String code) {
        MarketTerm term = byCode(part).get(code);
        if (term == null) {
            throw new NotFound("market term", code);
        }
        return term;
    }

    public void add(Part part, MarketTerm term) {
        if (!CODE.matcher(term.code()).matches()) {
            throw RuleBroken.at("code", "markets.error.code");
        }
        checkNames(term);
        String marks = part.marked ? ", cashless, provided" : "";
        String values = part.marked ? ", :cashless, :provided" : "";
        int added = bind(
                        jdbc.sql("insert into " + part.table + " (code, name_vi, name_en, enabled, position" + marks
                                + ") values (:code, :nameVi, :nameEn, :enabled, :position" + values
                                + ") on conflict (code) do nothing"),
                        part,
                        term)
                .update();
        if (added == 0) {
            throw RuleBroken.at("code", "markets.error.code-taken", term.code().toLowerCase(Locale.ROOT));
        }
        tell("market-term.added", part, null, term.code());
    }

    /** @throws Stale when somebody changed it meanwhile */
    public void edit(Part part, MarketTerm term) {
        MarketTerm before = get(part, term.code());
        checkNames(term);
        String marks = part.marked ? ", cashless = :cashless, provided = :provided" : "";
        int changed = bind(
                        jdbc.sql("update " + part.table
                                + " set version = version + 1, name_vi = :nameVi, name_en = :nameEn,"
                                + " enabled = :enabled, position = :position" + marks
                                + " where code = :code and version = :version"),
                        part,
                        term)
                .param("version", term.version())
                .update();
        if (changed == 0) {
            throw new Stale("market term", term.code());
        }
        tell("market-term.edited", part, before, term.code());
    }

    private void tell(String action, Part part, @Nullable MarketTerm before, String code) {
        events.publishEvent(new Audited(action, "market-term", part + "/" + code, null, before, get(part, code), null));
    }

    private static void checkNames(MarketTerm term) {
        name("nameVi", term.nameVi());
        name("nameEn", term.nameEn());
    }

    private static void name(String field, String name) {
        if (name.isBlank() || name.length() > LONGEST) {
            throw RuleBroken.at(field, "markets.error.name", LONGEST);
        }
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec statement, Part part, MarketTerm term) {
        JdbcClient.StatementSpec bound = statement
                .param("code", term.code())
                .param("nameVi", term.nameVi().strip())
                .param("nameEn", term.nameEn().strip())
                .param("enabled", term.enabled())
                .param("position", term.position());
        return part.marked ? bound.param("cashless", term.cashless()).param("provided", term.provided()) : bound;
    }
}
