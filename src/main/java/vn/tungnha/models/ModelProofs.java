package vn.tungnha.models;

import java.math.BigDecimal;
import java.net.URI;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;

/** What shows that a model works: documents and addresses, and how it was judged year by year. */
@Service
@RequiredArgsConstructor
@Transactional
public class ModelProofs {

    private static final int LONGEST = 200;
    private static final int LONGEST_URL = 500;
    private static final int MOST = 30;
    private static final BigDecimal FULL = BigDecimal.valueOf(100);

    private final Models models;
    private final JdbcClient jdbc;
    private final Clock clock;

    /** A document or an address. @param url null = a document that is only named */
    public record Evidence(UUID id, String title, @Nullable String url) {}

    /** How it was judged in one year. @param score of 100; null = in words only */
    public record Review(int year, @Nullable BigDecimal score, String words, String reviewer) {}

    @Transactional(readOnly = true)
    public List<Evidence> evidence(UUID model) {
        return jdbc.sql("""
                        select id, title, url from model_evidence where model_id = ? and removed_at is null
                        order by added_at, id""").param(model).query(Evidence.class).list();
    }

    /** The latest year first. */
    @Transactional(readOnly = true)
    public List<Review> reviews(UUID model) {
        return jdbc.sql("select year, score, words, reviewer from model_review where model_id = ? order by year desc")
                .param(model)
                .query(Review.class)
                .list();
    }

    /** @param url empty = the document is only named */
    public void add(UUID model, String title, String url, CurrentUser user) {
        ModelView view = models.mine(model, user);
        ModelRules.text("title", title, LONGEST);
        String address = url.strip();
        if (!address.isEmpty() && !isWeb(address)) {
            throw RuleBroken.at("url", "models.error.url");
        }
        if (evidence(model).size() >= MOST) {
            throw RuleBroken.at("title", "models.error.most", MOST);
        }
        jdbc.sql("""
                        insert into model_evidence (id, model_id, title, url, added_by, added_at)
                        values (gen_random_uuid(), :model, :title, :url, :account, :now)""")
                .param("model", model)
                .param("title", title.strip())
                .param("url", address.isEmpty() ? null : address, Types.VARCHAR)
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        models.tell("model.evidence-added", view, null);
    }

    /** Taken off, not thrown away: it can be put back. */
    public void remove(UUID model, UUID evidence, CurrentUser user) {
        mark(model, evidence, Timestamp.from(clock.instant()), user);
        models.tell("model.evidence-removed", models.get(model), null);
    }

    public void restore(UUID model, UUID evidence, CurrentUser user) {
        mark(model, evidence, null, user);
        models.tell("model.evidence-added", models.get(model), null);
    }

    /** Told again for a year, it takes the place of what was told before. */
    public void review(
            UUID model,
            @Nullable Integer year,
            @Nullable BigDecimal score,
            String words,
            String reviewer,
            CurrentUser user) {
        ModelView view = models.mine(model, user);
        int latest = Days.today(clock).getYear();
        if (year == null || year < view.foundedOn().getYear() || year > latest) {
            throw RuleBroken.at(
                    "year", "models.error.year", String.valueOf(view.foundedOn().getYear()), String.valueOf(latest));
        }
        if (score != null && (score.signum() < 0 || score.compareTo(FULL) > 0)) {
            throw RuleBroken.at("score", "models.error.score");
        }
        ModelRules.text("words", words, LONGEST);
        ModelRules.text("reviewer", reviewer, LONGEST);
        jdbc.sql("""
                        insert into model_review (id, model_id, year, score, words, reviewer, reviewed_by, reviewed_at)
                        values (gen_random_uuid(), :model, :year, :score, :words, :reviewer, :account, :now)
                        on conflict (model_id, year) do update set score = excluded.score, words = excluded.words,
                            reviewer = excluded.reviewer, reviewed_by = excluded.reviewed_by, reviewed_at = excluded.reviewed_at""")
                .param("model", model)
                .param("year", year)
                .param("score", score, Types.NUMERIC)
                .param("words", words.strip())
                .param("reviewer", reviewer.strip())
                .param("account", user.accountId())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        models.tell("model.reviewed", models.get(model), view);
    }

    private void mark(UUID model, UUID evidence, @Nullable Timestamp removed, CurrentUser user) {
        models.mine(model, user);
        jdbc.sql("update model_evidence set removed_at = :at where id = :id and model_id = :model")
                .param("at", removed, Types.TIMESTAMP)
                .param("id", evidence)
                .param("model", model)
                .update();
    }

    private static boolean isWeb(String address) {
        try {
            URI uri = URI.create(address);
            return address.length() <= LONGEST_URL
                    && uri.getHost() != null
                    && Set.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
