package vn.tungnha.imports;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.tungnha.identity.CurrentUser;
import vn.tungnha.imports.ImportJob.Status;
import vn.tungnha.imports.ImportMade.Batch;
import vn.tungnha.imports.ImportMade.Kept;
import vn.tungnha.shared.Audited;
import vn.tungnha.shared.PageOf;
import vn.tungnha.shared.Paging;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.shared.table.Made;
import vn.tungnha.shared.table.Staying;
import vn.tungnha.shared.table.TakesBack;

/**
 * Takes a whole import back: what it made goes, through the writes of the modules that own it, but for what somebody has
 * changed or used since.
 */
@Service
@RequiredArgsConstructor
public class ImportUndo {

    public static final int DAYS = 30;

    private static final int TOGETHER = 1500;
    private static final int LONGEST_REASON = 300;
    private static final int NAMED = 20;

    private final Imports imports;
    private final ImportMade made;
    private final ImportJobs jobs;
    private final ImportWords words;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /**
     * What taking back would do.
     *
     * @param going how many of what, in the order in which they are named
     * @param staying how many for which reason
     * @param named some of those that stay
     */
    public record Outlook(Map<String, Integer> going, Map<String, Integer> staying, List<Stays> named) {

        public int goes() {
            return going.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int stays() {
            return staying.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** Something that stays, and why. */
    public record Stays(String name, String reason) {}

    public boolean possible(ImportJob job) {
        return job.status() == Status.DONE && inTime(job) && made.any(job.id());
    }

    /** @throws RuleBroken when it is too late, or nothing is known of what was made */
    public void requirePossible(ImportJob job) {
        if (job.status() != Status.DONE) {
            throw new RuleBroken("imports.undo.not-stored");
        }
        if (!inTime(job)) {
            throw new RuleBroken("imports.undo.too-late", DAYS);
        }
        if (!made.any(job.id())) {
            throw new RuleBroken("imports.undo.unknown");
        }
    }

    public static String requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw RuleBroken.at("reason", "imports.undo.reason-missing", LONGEST_REASON);
        }
        return reason.strip();
    }

    /** @param progress told how many were looked at */
    @Transactional(readOnly = true)
    Outlook look(ImportJob job, CurrentUser user, Locale locale, IntConsumer progress) {
        return through(job, user, locale, (going, staying) -> {}, progress);
    }

    /** What stayed of an import that was taken back. */
    public PageOf<Stays> kept(UUID id, Paging paging) {
        return made.kept(id, paging);
    }

    /** In one transaction. */
    @Transactional
    public void takeBack(ImportJob job, String reason, CurrentUser user, Locale locale, IntConsumer progress) {
        TakesBack<CurrentUser> owner = imports.kind(job.kind()).undoing();
        jobs.lock(job.kind());
        events.publishEvent(new Audited(
                "import.undone",
                "import",
                job.id().toString(),
                null,
                Map.of("kind", job.kind(), "file", job.fileName(), "stored", job.stored()),
                null,
                reason));
        Outlook outlook = through(
                job,
                user,
                locale,
                (going, staying) -> {
                    if (!going.isEmpty()) {
                        owner.takeBack(going, reason, user);
                        made.gone(job.id(), going);
                    }
                    if (!staying.isEmpty()) {
                        made.stayed(job.id(), staying);
                    }
                },
                progress);
        jobs.undone(job.id(), reason, words.counts(outlook.going(), locale), user);
    }

    /** Batch by batch, the youngest first. */
    private Outlook through(ImportJob job, CurrentUser user, Locale locale, Step step, IntConsumer progress) {
        TakesBack<CurrentUser> owner = imports.kind(job.kind()).undoing();
        Map<String, Integer> goes = new LinkedHashMap<>();
        Map<String, Integer> stays = new LinkedHashMap<>();
        List<Stays> named = new ArrayList<>();
        int seen = 0;
        Batch batch = made.next(job.id(), Long.MAX_VALUE, TOGETHER);
        while (batch != null) {
            List<Staying> staying = batch.made().isEmpty() ? List.of() : owner.staying(batch.made(), user);
            Set<String> left = staying.stream().map(Staying::ref).collect(Collectors.toSet());
            List<Made> going = batch.made().stream()
                    .filter(one -> !left.contains(one.ref()))
                    .toList();
            going.forEach(one -> goes.merge(one.subject(), 1, Integer::sum));
            List<Kept> kept = staying.stream()
                    .map(one -> new Kept(one.ref(), one.name(), words.say(one, locale)))
                    .toList();
            kept.forEach(one -> {
                stays.merge(one.kept(), 1, Integer::sum);
                if (named.size() < NAMED) {
                    named.add(new Stays(one.name(), one.kept()));
                }
            });
            step.take(going, kept);
            seen += batch.made().size();
            progress.accept(seen);
            batch = made.next(job.id(), batch.oldest(), TOGETHER);
        }
        return new Outlook(goes, stays, named);
    }

    private boolean inTime(ImportJob job) {
        return job.finishedAt() != null
                && job.finishedAt().plus(Duration.ofDays(DAYS)).isAfter(clock.instant());
    }

    /** What is done with one batch. */
    private interface Step {

        void take(List<Made> going, List<Kept> staying);
    }
}
