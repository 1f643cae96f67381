package vn.tungnha.visits;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** The words visits are told in: account types, topics, reasons, outcomes. Kept in memory, edited as rows. */
@Service
@RequiredArgsConstructor
public class Catalogue {

    private final JdbcClient jdbc;
    private volatile @Nullable Words words;

    /** Those in use, in the fixed order of the form. */
    public List<AccountType> accountTypes() {
        return words().accountTypes().stream().filter(AccountType::enabled).toList();
    }

    public List<Topic> topics() {
        return words().topics().stream().filter(Topic::enabled).toList();
    }

    public List<FailureReason> failureReasons() {
        return words().failureReasons().stream().filter(FailureReason::enabled).toList();
    }

    public List<SkipReason> skipReasons() {
        return words().skipReasons().stream().filter(SkipReason::enabled).toList();
    }

    public List<OutcomeLabel> outcomes() {
        return words().outcomes();
    }

    /** By code, switched off or not. */
    public Optional<AccountType> accountType(String code) {
        return words().accountTypes().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    public Optional<Topic> topic(String code) {
        return words().topics().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<FailureReason> failureReason(String code) {
        return words().failureReasons().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** By code, switched off or not. */
    public Optional<SkipReason> skipReason(String code) {
        return words().skipReasons().stream()
                .filter(one -> one.code().equals(code))
                .findFirst();
    }

    /** The picture card that helps with a failure reason, if there is one. */
    public Optional<HelpfulCard> cardFor(String failureReason) {
        return words().cards().stream()
                .filter(card -> card.failureReason().equals(failureReason))
                .findFirst();
    }

    public OutcomeLabel outcome(Outcome outcome) {
        return words().outcomes().stream()
                .filter(one -> one.code() == outcome)
                .findFirst()
                .orElseThrow();
    }

    /** Everything, switched off rows too, for those who edit it. */
    Words words() {
        Words known = words;
        if (known == null) {
            known = read();
            words = known;
        }
        return known;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void forget(CatalogueChanged changed) {
        words = null;
    }

    private Words read() {
        return new Words(
                jdbc.sql("select * from account_type order by position, code")
                        .query(AccountType.class)
                        .list(),
                jdbc.sql("select * from topic order by position, code")
                        .query(Topic.class)
                        .list(),
                jdbc.sql("select * from failure_reason order by position, code")
                        .query(FailureReason.class)
                        .list(),
                jdbc.sql("select * from skip_reason order by position, code")
                        .query(SkipReason.class)
                        .list(),
                jdbc.sql("select code, name_vi, name_en from outcome order by position")
                        .query(OutcomeLabel.class)
                        .list(),
                jdbc.sql("""
                                select r.failure_reason, c.code, c.title_vi, c.title_en
                                from card_reason r join card c on c.code = r.card and c.enabled order by c.position, c.code
                                """).query(HelpfulCard.class).list());
    }

    /** What a card is called, and with what it helps. */
    public record HelpfulCard(String failureReason, String code, String titleVi, String titleEn) {

        public String title(Locale locale) {
            return "en".equals(locale.getLanguage()) ? titleEn : titleVi;
        }
    }

    record Words(
            List<AccountType> accountTypes,
            List<Topic> topics,
            List<FailureReason> failureReasons,
            List<SkipReason> skipReasons,
            List<OutcomeLabel> outcomes,
            List<HelpfulCard> cards) {}

    /** A row of the catalogue was added, edited or switched. */
    record CatalogueChanged(String code) {}
}
