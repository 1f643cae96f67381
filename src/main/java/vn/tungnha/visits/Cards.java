package vn.tungnha.visits;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.identity.Role;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.NotFound;
import vn.tungnha.shared.OutOfScope;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.Stale;

/** The picture cards shown to residents, edited as rows by administrators. */
@Service
@RequiredArgsConstructor
@Transactional
public class Cards {

    /** The drawings that come with the program. */
    public static final List<String> PICTURES = List.of(
            "go-to-police",
            "install",
            "activate",
            "otp",
            "passcode",
            "sign-in",
            "forgot",
            "prove",
            "new-passcode",
            "keep-secret",
            "clean-camera",
            "bright-place",
            "uncover-face",
            "hold-level",
            "sim",
            "scam-call",
            "hang-up",
            "no-link",
            "ask-people",
            "call-bank",
            "scan-qr",
            "check-name",
            "check-amount",
            "own-app");

    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    /** Those in use, in their order. */
    @Transactional(readOnly = true)
    public List<Card> all() {
        return read("where enabled");
    }

    /** Switched off ones too. */
    @Transactional(readOnly = true)
    public List<Card> all(CurrentUser user) {
        require(user);
        return read("");
    }

    /** @throws NotFound when there is none in use by that code */
    @Transactional(readOnly = true)
    public Card get(String code) {
        return one(all(), code);
    }

    @Transactional(readOnly = true)
    public Card get(String code, CurrentUser user) {
        return one(all(user), code);
    }

    public void add(Card card, CurrentUser user) {
        require(user);
        if (!CODE.matcher(card.code()).matches() || card.code().equals("new")) {
            throw RuleBroken.at("code", "visits.error.card-code");
        }
        check(card);
        int added = jdbc.sql("""
                        insert into card (code, title_vi, title_en, lead_vi, lead_en, enabled, position)
                        values (:code, :titleVi, :titleEn, :leadVi, :leadEn, :enabled, :position)
                        on conflict (code) do nothing
                        """).params(values(card)).update();
        if (added == 0) {
            throw RuleBroken.at("code", "visits.error.code-taken", card.code());
        }
        writeParts(card);
        tell("added", card, null);
    }

    /** @throws Stale when somebody changed the card meanwhile */
    public void edit(Card card, CurrentUser user) {
        Card before = get(card.code(), user);
        check(card);
        int changed = jdbc.sql("""
                        update card set title_vi = :titleVi, title_en = :titleEn, lead_vi = :leadVi, lead_en = :leadEn,
                               enabled = :enabled, position = :position, version = version + 1
                        where code = :code and version = :version
                        """)
                .params(values(card))
                .param("version", card.version())
                .update();
        if (changed == 0) {
            throw new Stale("card", card.code());
        }
        writeParts(card);
        tell("edited", card, before);
    }

    private List<Card> read(String which) {
        Map<String, List<Card.Step>> steps = new LinkedHashMap<>();
        jdbc.sql("select * from card_step order by card, position").query(row -> {
            steps.computeIfAbsent(row.getString("card"), any -> new ArrayList<>())
                    .add(new Card.Step(row.getString("picture"), row.getString("text_vi"), row.getString("text_en")));
        });
        Map<String, Set<String>> reasons = new LinkedHashMap<>();
        jdbc.sql("select card, failure_reason from card_reason").query(row -> {
            reasons.computeIfAbsent(row.getString("card"), any -> new TreeSet<>())
                    .add(row.getString("failure_reason"));
        });
        return jdbc.sql("select * from card " + which + " order by position, code")
                .query((row, n) -> new Card(
                        row.getString("code"),
                        row.getString("title_vi"),
                        row.getString("title_en"),
                        row.getString("lead_vi"),
                        row.getString("lead_en"),
                        row.getBoolean("enabled"),
                        row.getInt("position"),
                        row.getInt("version"),
                        reasons.getOrDefault(row.getString("code"), Set.of()),
                        steps.getOrDefault(row.getString("code"), List.of())))
                .list();
    }

    private void writeParts(Card card) {
        jdbc.sql("delete from card_step where card = :card")
                .param("card", card.code())
                .update();
        for (int i = 0; i < card.steps().size(); i++) {
            Card.Step step = card.steps().get(i);
            jdbc.sql("""
                            insert into card_step (card, position, picture, text_vi, text_en)
                            values (:card, :position, :picture, :vi, :en)
                            """)
                    .param("card", card.code())
                    .param("position", i + 1)
                    .param("picture", step.picture())
                    .param("vi", step.textVi())
                    .param("en", step.textEn())
                    .update();
        }
        jdbc.sql("delete from card_reason where card = :card")
                .param("card", card.code())
                .update();
        jdbc.sql("""
                        insert into card_reason (card, failure_reason)
                        select :card, code from failure_reason where code = any(:reasons)
                        """)
                .param("card", card.code())
                .param("reasons", card.reasons().toArray(String[]::new))
                .update();
    }

    private static void check(Card card) {
        if (card.titleVi().isBlank() || card.titleEn().isBlank()) {
            throw RuleBroken.at("titleVi", "visits.error.name-missing");
        }
        if (card.steps().isEmpty()) {
            throw RuleBroken.at("steps", "visits.error.card-steps");
        }
        for (Card.Step step : card.steps()) {
            if (step.textVi().isBlank() || step.textEn().isBlank()) {
                throw RuleBroken.at("steps", "visits.error.name-missing");
            }
            if (!PICTURES.contains(step.picture())) {
                throw RuleBroken.at("steps", "visits.error.card-picture");
            }
        }
    }

    private static Map<String, Object> values(Card card) {
        return Map.of(
                "code", card.code(),
                "titleVi", card.titleVi(),
                "titleEn", card.titleEn(),
                "leadVi", card.leadVi(),
                "leadEn", card.leadEn(),
                "enabled", card.enabled(),
                "position", card.position());
    }

    private static Card one(List<Card> cards, String code) {
        return cards.stream()
                .filter(card -> card.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new NotFound("card", code));
    }

    private void tell(String what, Card card, @Nullable Card before) {
        events.publishEvent(new Catalogue.CatalogueChanged(card.code()));
        events.publishEvent(
                new Audited("catalogue." + what, "catalogue", "cards/" + card.code(), null, before, card, null));
    }

    private static void require(CurrentUser user) {
        if (!user.has(Role.ADMIN)) {
            throw new OutOfScope("card", user.username());
        }
    }
}
