package vn.tungnha.visits.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Those messages the phone needs to write a page by itself: the same sentences as on the server's pages. */
@Component
class PhoneWords {

    private static final List<String> BUNDLES = List.of("visits", "phone", "shell", "paper");
    private static final Predicate<String> NEEDED = Pattern.compile("phone\\..*"
                    + "|visits\\.(today|line|why|home|state|person|people|search)(\\..*|$)"
                    + "|visits\\.(saved|newcomer\\.(saved|household|resident)|form\\.title|form\\.later\\..*|error\\.(missing|birth-year|outcome|follow-up))"
                    + "|paper\\.desk(\\.(line|since|none|person\\.save|unknown(\\.text)?))?"
                    + "|shell\\.(house\\..*|retry|back|title|dialog\\.no)")
            .asMatchPredicate();

    private final Map<String, Map<String, String>> known = new ConcurrentHashMap<>();

    Map<String, String> in(Locale locale) {
        return known.computeIfAbsent(locale.getLanguage(), language -> read(Locale.forLanguageTag(language)));
    }

    private static Map<String, String> read(Locale locale) {
        Map<String, String> words = new TreeMap<>();
        for (String bundle : BUNDLES) {
            ResourceBundle messages = ResourceBundle.getBundle("messages/" + bundle, locale);
            messages.keySet().stream().filter(NEEDED).forEach(key -> words.put(key, messages.getString(key)));
        }
        return words;
    }
}
