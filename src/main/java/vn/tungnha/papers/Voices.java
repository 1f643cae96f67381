package vn.tungnha.papers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.tungnha.closing.ReportText;
import vn.tungnha.closing.TeamVoice;
import vn.tungnha.shared.VietnameseText;

/** What teams wrote, gathered: the same words once, with who said them; what most said comes first. */
final class Voices {

    /** More names than this are only counted. */
    private static final int NAMED = 5;

    private Voices() {}

    /** @param ofOneTeam the team needs no naming in its own report */
    static List<String> gathered(
            List<TeamVoice> voices, Function<ReportText, @Nullable String> which, boolean ofOneTeam) {
        Map<String, String> words = new LinkedHashMap<>();
        Map<String, Set<String>> teams = new LinkedHashMap<>();
        for (TeamVoice voice : voices) {
            String said = which.apply(voice.text());
            if (said == null) {
                continue;
            }
            said.lines()
                    .map(VietnameseText::normalise)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> {
                        String text = bare(line);
                        String key = VietnameseText.fold(text);
                        words.putIfAbsent(key, text);
                        teams.computeIfAbsent(key, it -> new LinkedHashSet<>()).add(voice.team());
                    });
        }
        List<String> gathered = new ArrayList<>();
        teams.entrySet().stream()
                .sorted(Comparator.comparing(
                        (Map.Entry<String, Set<String>> it) -> -it.getValue().size()))
                .forEach(it -> gathered.add(
                        "- " + words.get(it.getKey()) + (ofOneTeam ? "" : " (" + who(it.getValue()) + ")") + "."));
        return gathered;
    }

    private static String bare(String line) {
        return line.replaceFirst("^[-–+*•]\\s*", "").replaceFirst("[.;,\\s]+$", "");
    }

    private static String who(Set<String> teams) {
        String names = String.join(", ", teams.stream().limit(NAMED).toList());
        if (teams.size() == 1) {
            return names;
        }
        return teams.size() + " tổ: " + names + (teams.size() > NAMED ? ", …" : "");
    }
}
