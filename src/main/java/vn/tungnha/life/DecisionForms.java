package vn.tungnha.life;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** How decisions are worded: rows an administrator edits. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class DecisionForms {

    /** Words in braces that are filled in. */
    public static final Set<String> WORDS = Set.of("đơn vị", "ĐƠN VỊ", "tổ", "số tổ", "số thành viên", "ngày", "lý do");

    private static final Pattern BRACES = Pattern.compile("\\{([^{}]*)}");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    public List<DecisionForm> all() {
        return jdbc.sql(
                        "select * from decision_form order by array_position(array['ESTABLISH', 'RENEW', 'DISSOLVE'], kind)")
                .query(DecisionForm.class)
                .list();
    }

    public DecisionForm get(DecisionKind kind) {
        return jdbc.sql("select * from decision_form where kind = :kind")
                .param("kind", kind.name())
                .query(DecisionForm.class)
                .single();
    }

    /** Decisions signed before keep their words: those were kept as a file. */
    @Transactional
    public void edit(DecisionForm form) {
        for (String text : List.of(
                form.subject(), form.authority(), form.grounds(), form.articles(), form.recipients(), form.signers())) {
            requireKnownWords(text);
        }
        DecisionForm before = get(form.kind());
        int changed = jdbc.sql("""
                        update decision_form set version = version + 1, subject = :subject, authority = :authority, grounds = :grounds,
                            articles = :articles, recipients = :recipients, signers = :signers
                        where kind = :kind and version = :version""")
                .param("subject", form.subject())
                .param("authority", form.authority())
                .param("grounds", form.grounds())
                .param("articles", form.articles())
                .param("recipients", form.recipients())
                .param("signers", form.signers())
                .param("kind", form.kind().name())
                .param("version", form.version())
                .update();
        if (changed == 0) {
            throw new Stale("decision-form", form.kind());
        }
        events.publishEvent(new Audited(
                "decision.form-edited", "decision-form", form.kind().name(), null, before, get(form.kind()), null));
    }

    private static void requireKnownWords(String text) {
        Matcher braces = BRACES.matcher(text);
        while (braces.find()) {
            if (!WORDS.contains(braces.group(1))) {
                throw new RuleBroken("life.error.word", braces.group());
            }
        }
    }
}
