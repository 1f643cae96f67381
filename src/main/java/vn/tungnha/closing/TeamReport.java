package vn.tungnha.closing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.RuleBroken;

/** What a team says about a period: words of its own, and the figures of the day it handed them in. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
@SuppressWarnings("NullAway.Init") // filled by JPA
class TeamReport {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Version
    private @Nullable Integer version;

    private long teamId;
    private String period;
    private LocalDate firstDay;
    private LocalDate lastDay;

    @Enumerated(EnumType.STRING)
    private ReportStatus status;

    private @Nullable String goodPractice;
    private @Nullable String difficulties;
    private @Nullable String proposals;

    private @Nullable Instant submittedAt;
    private boolean afterLock;

    TeamReport(long teamId, ReportPeriod period) {
        this.teamId = teamId;
        this.period = period.code();
        this.firstDay = period.first();
        this.lastDay = period.last();
        this.status = ReportStatus.DRAFT;
    }

    void write(ReportText text) {
        requireWithTheTeam();
        goodPractice = text.goodPractice();
        difficulties = text.difficulties();
        proposals = text.proposals();
    }

    /** @param locked whether the ward had closed the period by then */
    void submit(Instant now, boolean locked) {
        requireWithTheTeam();
        status = ReportStatus.SUBMITTED;
        submittedAt = now;
        afterLock = locked;
    }

    /** The team takes back what nobody has looked at yet. */
    void withdraw() {
        require(ReportStatus.SUBMITTED);
        status = ReportStatus.DRAFT;
        submittedAt = null;
        afterLock = false;
    }

    /** Approved ones can be given back too, as long as the period is open. */
    void giveBack() {
        if (status.isWithTheTeam()) {
            throw new RuleBroken("closing.error.not-handed-in");
        }
        status = ReportStatus.RETURNED;
        submittedAt = null;
        afterLock = false;
    }

    void approve() {
        require(ReportStatus.SUBMITTED);
        status = ReportStatus.APPROVED;
    }

    private void requireWithTheTeam() {
        if (!status.isWithTheTeam()) {
            throw new RuleBroken("closing.error.handed-in");
        }
    }

    private void require(ReportStatus wanted) {
        if (status != wanted) {
            throw new RuleBroken("closing.error.not-waiting");
        }
    }
}
