package vn.tungnha.visits.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The grid as it was sent: day, hour and members of the whole notebook, then {@code row} ids in order and for each the
 * fields {@code <name>.<row>}, and {@code a.<row>.<resident>.<account type>} for what was marked. {@code was.<row>} stands
 * for a row as the page showed it: empty where it was typed into since.
 */
record NotebookForm(MultiValueMap<String, String> sent) {

    /** Fields of a row other than the marks. */
    private static final List<String> FIELDS =
            List.of("house", "hid", "pick", "outcome", "time", "topics", "unnamed", "later", "note");

    static NotebookForm of(Map<String, List<String>> kept) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        kept.forEach((name, values) -> form.put(name, List.copyOf(values)));
        return new NotebookForm(form);
    }

    String text(String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    String text(String name, UUID row) {
        return text(name + "." + row);
    }

    String mark(UUID row, UUID resident, String accountType) {
        return text("a." + row + "." + resident + "." + accountType);
    }

    List<String> members() {
        return sent.getOrDefault("members", List.of());
    }

    Optional<LocalDate> day() {
        try {
            return Optional.of(LocalDate.parse(text("day")));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    List<UUID> rows() {
        return sent.getOrDefault("row", List.of()).stream()
                .filter(NotebookForm::isUuid)
                .map(UUID::fromString)
                .distinct()
                .toList();
    }

    /** Nobody wrote anything here. */
    boolean blank(UUID row) {
        return sent.entrySet().stream()
                .filter(field ->
                        (field.getKey().endsWith("." + row) && !field.getKey().startsWith("was."))
                                || field.getKey().startsWith("a." + row + "."))
                .allMatch(field -> field.getValue().stream().allMatch(String::isBlank));
    }

    /** The people marked in a row, by account type. */
    Map<UUID, Map<String, String>> marks(UUID row) {
        Map<UUID, Map<String, String>> marks = new LinkedHashMap<>();
        String start = "a." + row + ".";
        sent.keySet().stream().filter(name -> name.startsWith(start)).forEach(name -> {
            String[] parts = name.substring(start.length()).split("\\.", 2);
            if (parts.length == 2 && isUuid(parts[0]) && !text(name).isEmpty()) {
                marks.computeIfAbsent(UUID.fromString(parts[0]), any -> new LinkedHashMap<>())
                        .put(parts[1], text(name));
            }
        });
        return marks;
    }

    /** The same with a row's household settled. */
    void settle(UUID row, UUID household, String address) {
        sent.set("hid." + row, household.toString());
        sent.set("house." + row, address);
        sent.remove("pick." + row);
    }

    /**
     * Takes over what others have typed into the same notebook since this page was made: rows it does not know, and those it
     * merely repeats. What was typed here stands.
     *
     * @return whether there was any
     */
    boolean join(NotebookForm stored) {
        boolean joined = false;
        Set<UUID> here = new HashSet<>(rows());
        Set<UUID> gone = sent.getOrDefault("gone", List.of()).stream()
                .filter(NotebookForm::isUuid)
                .map(UUID::fromString)
                .collect(Collectors.toSet());
        for (UUID row : stored.rows()) {
            boolean other = !here.contains(row) || (repeated(row) && !mark(row).equals(stored.mark(row)));
            if (other && !gone.contains(row)) {
                take(row, stored);
                joined = true;
            }
        }
        // what somebody else has made a visit of meanwhile
        here.stream()
                .filter(row -> !blank(row) && repeated(row) && !stored.rows().contains(row))
                .forEach(this::forget);
        return joined;
    }

    private boolean repeated(UUID row) {
        return !text("was", row).isEmpty() && text("was", row).equals(mark(row));
    }

    /** Stands for everything written in a row; empty where nothing is. */
    String mark(UUID row) {
        Map<String, String> written = new TreeMap<>();
        written(row).forEach(name -> written.put(name, text(name)));
        return written.isEmpty() ? "" : Integer.toHexString(written.hashCode());
    }

    private Stream<String> written(UUID row) {
        return Stream.concat(
                        FIELDS.stream().map(name -> name + "." + row),
                        sent.keySet().stream().filter(name -> name.startsWith("a." + row + ".")))
                .filter(name -> !text(name).isEmpty());
    }

    private void take(UUID row, NotebookForm stored) {
        boolean known = rows().contains(row);
        FIELDS.forEach(name -> sent.remove(name + "." + row));
        sent.keySet().removeIf(name -> name.startsWith("a." + row + "."));
        if (!known) {
            sent.put(
                    "row",
                    Stream.concat(sent.getOrDefault("row", List.of()).stream(), Stream.of(row.toString()))
                            .toList());
        }
        stored.written(row).forEach(name -> sent.set(name, stored.text(name)));
    }

    void forget(UUID row) {
        sent.add("gone", row.toString());
        sent.put(
                "row",
                sent.getOrDefault("row", List.of()).stream()
                        .filter(one -> !one.equals(row.toString()))
                        .toList());
        FIELDS.forEach(name -> sent.remove(name + "." + row));
        sent.keySet().removeIf(name -> name.startsWith("a." + row + "."));
    }

    /** What is kept until somebody goes on: the head, and the rows where something was written. */
    Map<String, List<String>> kept() {
        Map<String, List<String>> kept = new LinkedHashMap<>();
        for (String name : List.of("day", "time", "members")) {
            if (sent.containsKey(name)) {
                kept.put(name, List.copyOf(sent.getOrDefault(name, List.of())));
            }
        }
        List<UUID> open = openRows();
        kept.put("row", open.stream().map(UUID::toString).toList());
        for (UUID row : open) {
            written(row).forEach(name -> kept.put(name, List.of(text(name))));
        }
        return kept;
    }

    List<UUID> openRows() {
        return rows().stream().filter(row -> !blank(row)).toList();
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
