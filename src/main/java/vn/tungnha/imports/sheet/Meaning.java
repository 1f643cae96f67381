package vn.tungnha.imports.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.VietnameseText;
import vn.tungnha.shared.table.Column;

/** What headings mean: their words without marks and abbreviations, in any order, against the names of the columns. */
final class Meaning {

    private static final int EXACT = 100;
    private static final Set<String> IDLE = Set.of("va", "cua", "cac", "hoac", "neu");
    private static final Map<String, List<String>> SHORT = Map.ofEntries(
            Map.entry("sdt", List.of("so", "dien", "thoai")),
            Map.entry("dt", List.of("dien", "thoai")),
            Map.entry("dtdd", List.of("so", "dien", "thoai")),
            Map.entry("tel", List.of("dien", "thoai")),
            Map.entry("tdp", List.of("to", "dan", "pho")),
            Map.entry("kdc", List.of("khu", "dan", "cu")),
            Map.entry("gt", List.of("gioi", "tinh")),
            Map.entry("phai", List.of("gioi", "tinh")),
            Map.entry("ns", List.of("nam", "sinh")),
            Map.entry("ht", List.of("ho", "ten")),
            Map.entry("hvt", List.of("ho", "ten")),
            Map.entry("dc", List.of("dia", "chi")),
            Map.entry("sn", List.of("so", "nha")),
            Map.entry("cv", List.of("chuc", "vu")),
            Map.entry("qd", List.of("quyet", "dinh")),
            Map.entry("tv", List.of("thanh", "vien")));

    private final List<Column> columns;
    private final Map<String, List<List<String>>> names = new HashMap<>();
    private final Map<String, Map<String, Integer>> known = new HashMap<>();

    Meaning(List<Column> columns) {
        this.columns = columns;
        for (Column column : columns) {
            List<List<String>> all = new ArrayList<>();
            all.add(words(column.vi()));
            all.add(words(column.en()));
            all.add(List.of(VietnameseText.fold(column.code())));
            column.aliases().forEach(alias -> all.add(words(alias)));
            names.put(column.code(), all);
        }
    }

    List<Column> columns() {
        return columns;
    }

    /** How well a heading names each column; those it does not name are left out. */
    Map<String, Integer> scores(String heading) {
        return known.computeIfAbsent(heading, any -> reckon(words(heading)));
    }

    /** Nam or Nữ as a column of its own. */
    @Nullable
    String tick(String heading) {
        if (columns.stream().noneMatch(column -> column.code().equals(Layout.ColumnLayout.TICKED))
                || heading.indexOf('ă') >= 0
                || heading.indexOf('Ă') >= 0) {
            return null;
        }
        List<String> words = words(heading);
        return words.equals(List.of("nam")) ? "Nam" : words.equals(List.of("nu")) ? "Nữ" : null;
    }

    private Map<String, Integer> reckon(List<String> words) {
        Map<String, Integer> scores = new HashMap<>();
        if (words.isEmpty() || words.size() > 15) {
            return scores;
        }
        for (Column column : columns) {
            int best = 0;
            List<List<String>> all = names.getOrDefault(column.code(), List.of());
            for (int index = 0; index < all.size(); index++) {
                // of two columns that share a name the one whose first name it is comes first
                best = Math.max(best, score(words, all.get(index)) - Math.min(index, 3));
            }
            if (best > 0) {
                scores.put(column.code(), best);
            }
        }
        return scores;
    }

    private static int score(List<String> heading, List<String> name) {
        if (name.isEmpty()) {
            return 0;
        }
        if (heading.equals(name) || String.join("", heading).equals(String.join("", name))) {
            return EXACT;
        }
        Set<String> shared = new HashSet<>(heading);
        shared.retainAll(name);
        Set<String> either = new HashSet<>(heading);
        either.addAll(name);
        double likeness = (double) shared.size() / either.size();
        if (likeness >= 0.6) {
            return (int) (80 * likeness);
        }
        boolean within = name.size() > 1 && shared.size() == new HashSet<>(name).size();
        return within ? (int) (30 + 20 * likeness) : 0;
    }

    static List<String> words(String heading) {
        String bare = VietnameseText.fold(heading)
                .replaceAll("\\([^)]*\\)?", " ")
                .replaceAll("\\bd ?/ ?c\\b", "dia chi")
                .replaceAll("\\bn[. ]+sinh\\b", "nam sinh")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
        if (bare.isEmpty()) {
            return List.of();
        }
        String[] parts = bare.split(" ");
        if (parts.length > 1 && Arrays.stream(parts).allMatch(part -> part.length() == 1)) {
            parts = new String[] {String.join("", parts)};
        }
        Set<String> words = new LinkedHashSet<>();
        for (String part : parts) {
            words.addAll(SHORT.getOrDefault(part, List.of(part)));
        }
        words.removeAll(IDLE);
        return List.copyOf(words);
    }
}
