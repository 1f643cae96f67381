package vn.tungnha.visits;

import java.util.List;
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
                        .list());
    }

    record Words(
            List<AccountType> accountTypes,
            List<Topic> topics,
            List<FailureReason> failureReasons,
            List<SkipReason> skipReasons,
            List<OutcomeLabel> outcomes) {}

    /** A row of the catalogue was added, edited or switched. */
    record CatalogueChanged(String code) {}
}
