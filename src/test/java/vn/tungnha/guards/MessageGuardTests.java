package vn.tungnha.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word a person reads stands in a message file, in both languages. */
class MessageGuardTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern KEY = Pattern.compile("#\\{\\s*([a-z][A-Za-z0-9_.-]*[A-Za-z0-9_-])\\s*[(}]");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern RULE =
            Pattern.compile("RuleBroken(?:\\.at\\((?:\"[^\"]*\"|[\\w.()]+)\\s*,|\\()\\s*\"([a-z][\\w.-]*\\w)\"");
    private static final Pattern TRAIL = Pattern.compile(
            "(?:new Audited|\\bpublish|\\baudit|\\btell|\\btrail)\\(\\s*\"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile(
            "<(script|style)\\b.*?</\\1>|<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final Pattern INLINE = Pattern.compile(
            "\\sstyle\\s*=|\\son[a-z]+\\s*=|<style\\b|<script(?![^>]*\\bsrc=)", Pattern.CASE_INSENSITIVE);

    @Test
    void hasEveryMessageInBothLanguages() throws IOException {
        for (Path file : files(MESSAGES, "_vi.properties")) {
            Path twin = file.resolveSibling(file.getFileName().toString().replace("_vi.", "_en."));
            assertThat(keys(twin)).as(twin.toString()).isEqualTo(keys(file));
        }
        assertThat(files(MESSAGES, "_en.properties")).hasSameSizeAs(files(MESSAGES, "_vi.properties"));
    }

    @Test
    void saysEveryMessageOnce() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            List<String> said;
            try (Stream<String> lines = Files.lines(file)) {
                said = lines.filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
            }
            assertThat(said).as(file.toString()).doesNotHaveDuplicates();
        }
    }

    /** Only a message with something to fill in reads two apostrophes as one. */
    @Test
    void doublesNoApostropheThatWouldBeSeen() throws IOException {
        for (Path file : files(MESSAGES, ".properties")) {
            assertThat(messages(file).values().stream().map(String::valueOf))
                    .as(file.toString())
                    .noneMatch(text -> text.contains("''") && !text.contains("{"));
        }
    }

    @Test
    void knowsEveryMessageThatATemplateNames() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(MESSAGES, "_vi.properties")) {
            known.addAll(keys(file));
        }
        List<String> missing = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".html")) {
            var found = KEY.matcher(COMMENT.matcher(Files.readString(template)).replaceAll(""));
            while (found.find()) {
                if (!known.contains(found.group(1))) {
                    missing.add(template + ": " + found.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void hasWordsForEveryBrokenRuleAndEveryLineOfTheTrail() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(MESSAGES, "_vi.properties")) {
            known.addAll(keys(file));
        }
        Set<String> missing = new TreeSet<>();
        int rules = 0;
        int lines = 0;
        for (Path source : files(SOURCES, ".java")) {
            String code = Files.readString(source);
            for (String key : found(RULE, code)) {
                rules++;
                if (!known.contains(key)) {
                    missing.add(source.getFileName() + ": " + key);
                }
            }
            for (String action : found(TRAIL, code)) {
                lines++;
                if (!known.contains("audit.action." + action)) {
                    missing.add(source.getFileName() + ": audit.action." + action);
                }
            }
        }
        assertThat(missing).isEmpty();
        assertThat(rules).as("rules").isGreaterThan(100);
        assertThat(lines).as("lines of the trail").isGreaterThan(30);
    }

    private static List<String> found(Pattern pattern, String code) {
        return pattern.matcher(code).results().map(it -> it.group(1)).toList();
    }

    /** The style guide alone shows sample names and figures as they are. */
    @Test
    void writesNoLiteralTextInTemplates() throws IOException {
        List<String> literal = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".html")) {
            String text = COMMENT.matcher(Files.readString(template)).replaceAll("");
            text = TAG.matcher(text).replaceAll(" ");
            var found = LETTERS.matcher(text.replaceAll("&[a-z]+;", " "));
            boolean sample = template.getFileName().toString().startsWith("styleguide");
            if (!sample && found.find()) {
                literal.add(template + ": " + found.group());
            }
        }
        assertThat(literal).isEmpty();
    }

    @Test
    void keepsTemplatesFreeOfInlineScriptAndStyle() throws IOException {
        List<String> inline = new ArrayList<>();
        for (Path template : files(TEMPLATES, ".html")) {
            var found =
                    INLINE.matcher(COMMENT.matcher(Files.readString(template)).replaceAll(""));
            if (found.find()) {
                inline.add(template + ": " + found.group());
            }
        }
        assertThat(inline).isEmpty();
    }

    private static Properties messages(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> keys(Path file) throws IOException {
        return messages(file).stringPropertyNames().stream().collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }
}
