package vn.tungnha.visits.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.tungnha.shared.Days;
import vn.tungnha.shared.RuleBroken;
import vn.tungnha.visits.AccountType;
import vn.tungnha.visits.Catalogue;
import vn.tungnha.visits.Notice;
import vn.tungnha.visits.Outcome;
import vn.tungnha.visits.Result;
import vn.tungnha.visits.VisitCommand;

/**
 * The visit form as it was sent: fixed fields, and one {@code r.<resident>.<account type>} per answer given (with
 * {@code f.<resident>.<account type>} for the reason). What nobody answered is not sent and stays unknown.
 */
record VisitForm(MultiValueMap<String, String> sent) {

    static final String OTHER_TIME = "OTHER";

    /** One answer: of whom, about which account. */
    record Key(UUID resident, String accountType) {}

    UUID id() {
        return JsonFields.uuid(text("id"), "id");
    }

    String outcome() {
        return text("outcome");
    }

    boolean met() {
        return Outcome.MET.name().equals(outcome());
    }

    public Set<String> topics() {
        return new LinkedHashSet<>(sent.getOrDefault("topics", List.of()));
    }

    public Set<String> guided() {
        return new LinkedHashSet<>(sent.getOrDefault("guided", List.of()));
    }

    public Set<String> members() {
        return new LinkedHashSet<>(sent.getOrDefault("members", List.of()));
    }

    /** Lines end as a script reads them: a browser posting the form by itself sends CR LF, and it must be the same text. */
    public String text(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "")
                .replace("\r\n", "\n")
                .strip();
    }

    String answer(UUID resident, String accountType) {
        return text("r." + resident + "." + accountType);
    }

    /** Whom anything was told of: an answer, or that they were guided. */
    Set<UUID> persons() {
        Set<UUID> persons = new LinkedHashSet<>();
        answered().forEach(key -> persons.add(key.resident()));
        guided().forEach(one -> persons.add(JsonFields.uuid(one, "guided")));
        return persons;
    }

    /** Account types an answer about this person was given for. */
    Set<String> accountTypes(UUID resident) {
        Set<String> types = new LinkedHashSet<>();
        answered().stream().filter(key -> key.resident().equals(resident)).forEach(key -> types.add(key.accountType()));
        return types;
    }

    Set<String> reasons() {
        Set<String> reasons = new LinkedHashSet<>();
        answered().forEach(key -> reasons.add(reason(key.resident(), key.accountType())));
        return reasons;
    }

    private List<Key> answered() {
        return sent.keySet().stream()
                .filter(name -> name.startsWith("r.") && !text(name).isEmpty())
                .map(name -> name.split("\\.", 3))
                .filter(parts -> parts.length == 3)
                .map(parts -> new Key(JsonFields.uuid(parts[1], "activations"), parts[2]))
                .toList();
    }

    String reason(UUID resident, String accountType) {
        return text("f." + resident + "." + accountType);
    }

    VisitCommand command(UUID household, Catalogue catalogue, Clock clock) {
        Outcome outcome = Optional.of(outcome())
                .filter(code -> !code.isEmpty())
                .map(VisitForm::outcomeOf)
                .orElseThrow(() -> RuleBroken.at("outcome", "visits.error.outcome"));
        boolean met = outcome == Outcome.MET;
        Map<Key, Result> answers = met ? answers() : Map.of();
        return new VisitCommand(
                id(),
                household,
                team(),
                members().stream().map(one -> JsonFields.uuid(one, "members")).toList(),
                visitedAt(clock),
                outcome,
                met ? topicsOr(answers, catalogue) : List.copyOf(topics()),
                met ? guidedOr(answers) : List.of(),
                met ? unnamed() : 0,
                answers.entrySet().stream()
                        .map(one -> new VisitCommand.Activation(
                                one.getKey().resident(),
                                one.getKey().accountType(),
                                one.getValue(),
                                one.getValue() == Result.FAILED ? reasonOf(one.getKey()) : null))
                        .toList(),
                followUpAt(outcome),
                text("notice").isEmpty() ? null : noticeOf(text("notice")),
                text("note"),
                null,
                List.of());
    }

    private Map<Key, Result> answers() {
        Map<Key, Result> answers = new LinkedHashMap<>();
        answered()
                .forEach(key -> answers.put(
                        key,
                        result(answer(key.resident(), key.accountType()), reason(key.resident(), key.accountType()))));
        return answers;
    }

    /** "Chưa được" with a reason was tried and failed; without one it is merely not there yet. */
    private static Result result(String told, String reason) {
        return switch (told) {
            case "ACTIVATED" -> Result.ACTIVATED;
            case "ALREADY_ACTIVE" -> Result.ALREADY_ACTIVE;
            case "NOT_YET" -> reason.isEmpty() ? Result.NOT_YET : Result.FAILED;
            case "LOST" -> Result.LOST;
            // a program may have told these: a page offers them only where they were told
            case "ISSUED" -> Result.ISSUED;
            case "USED" -> Result.USED;
            default -> throw RuleBroken.at("activations", "visits.error.answer");
        };
    }

    private @Nullable String reasonOf(Key key) {
        String reason = reason(key.resident(), key.accountType());
        return reason.isEmpty() ? null : reason;
    }

    /** With the script the boxes say it all; without it none ticked means: those of the accounts just activated. */
    private List<String> topicsOr(Map<Key, Result> answers, Catalogue catalogue) {
        if (!topics().isEmpty() || presetByScript()) {
            return List.copyOf(topics());
        }
        return answers.entrySet().stream()
                .filter(one -> one.getValue() == Result.ACTIVATED)
                .map(one -> catalogue.accountType(one.getKey().accountType()).map(AccountType::topic))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private List<UUID> guidedOr(Map<Key, Result> answers) {
        if (!guided().isEmpty() || presetByScript()) {
            return guided().stream().map(one -> JsonFields.uuid(one, "guided")).toList();
        }
        return answers.entrySet().stream()
                .filter(one -> one.getValue() != Result.LOST)
                .map(one -> one.getKey().resident())
                .distinct()
                .toList();
    }

    private boolean presetByScript() {
        return "1".equals(text("presets"));
    }

    private long team() {
        try {
            return Long.parseLong(text("teamId"));
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at("teamId", "visits.error.team");
        }
    }

    private int unnamed() {
        try {
            return text("guidedUnnamed").isEmpty() ? 0 : Integer.parseInt(text("guidedUnnamed"));
        } catch (NumberFormatException unreadable) {
            throw RuleBroken.at("guidedUnnamed", "visits.error.number");
        }
    }

    /** The minute the form was opened unless somebody changed it. */
    private Instant visitedAt(Clock clock) {
        String given = text("visitedAt");
        return given.isEmpty() ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : moment(given, "visitedAt");
    }

    private @Nullable Instant followUpAt(Outcome outcome) {
        String choice = text("followUp");
        String own = text("followUpAt");
        if (outcome == Outcome.FOLLOW_UP && choice.isEmpty() && own.isEmpty()) {
            throw RuleBroken.at("followUp", "visits.error.follow-up");
        }
        if (choice.isEmpty() || choice.equals(OTHER_TIME)) {
            return own.isEmpty() ? null : moment(own, "followUpAt");
        }
        return moment(choice, "followUp");
    }

    private static Instant moment(String text, String field) {
        try {
            return LocalDateTime.parse(text).atZone(Days.ZONE).toInstant();
        } catch (DateTimeException unreadable) {
            throw RuleBroken.at(field, "visits.error.moment");
        }
    }

    private static Outcome outcomeOf(String code) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(code)) {
                return outcome;
            }
        }
        throw RuleBroken.at("outcome", "visits.error.outcome");
    }

    private static Notice noticeOf(String code) {
        for (Notice notice : Notice.values()) {
            if (notice.name().equals(code)) {
                return notice;
            }
        }
        throw RuleBroken.at("notice", "visits.error.answer");
    }
}
