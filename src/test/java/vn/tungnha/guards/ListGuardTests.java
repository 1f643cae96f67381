package vn.tungnha.guards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A list that goes on over pages can be taken away as a file, and says what it is while nothing is in it. */
class ListGuardTests {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern PAGER = Pattern.compile("shell/ui/pager :: pager");
    private static final Pattern FILE = Pattern.compile("lists/parts :: bar|\\.xlsx|\\.csv|\\$\\{(?:export|file)\\b");
    private static final Pattern EMPTY = Pattern.compile("(?:shell/ui/empty :: empty|lists/parts :: nothing)\\(");
    private static final Pattern SPEECHLESS =
            Pattern.compile("(?:shell/ui/empty :: empty|lists/parts :: nothing)\\([^,]+,[^,]+, null,");

    /** Lists that are no one's desk, each with the reason. */
    private static final Map<String, String> NO_FILE = Map.ofEntries(
            Map.entry("shell/styleguide.html", "shows components"),
            Map.entry("quality/field.html", "a leader's phone"),
            Map.entry("identity/devices.html", "phones in use, each to be revoked by its own button"),
            Map.entry("teams/accounts.html", "members to be given accounts: the list of members has its file"),
            Map.entry("gateway/webhook.html", "a log of machines"),
            Map.entry("units/change-list.html", "proposals, read one by one"),
            Map.entry("audit/household.html", "part of a household's page: the trail itself has its file"),
            Map.entry("reports/search.html", "what was searched for; the lists have files"),
            Map.entry("notices/lines.html", "what waits for one person"),
            Map.entry("papers/archive.html", "papers that are files themselves"),
            Map.entry("teams/responsible.html", "a form that chooses teams: the list of teams has its file"),
            Map.entry("life/decisions.html", "drafts that are papers themselves"),
            Map.entry("activities/campaign.html", "shares of one campaign: its summary prints them all"),
            Map.entry("door/procedures.html", "read by citizens one by one; the file is what it was read in from"),
            Map.entry("door/answers.html", "answers to be read by citizens"));

    /** Pages of one thing, whose parts are never all of a list. */
    private static final Map<String, String> NEVER_EMPTY = Map.of(
            "shell/styleguide.html", "shows components",
            "imports/job.html", "the rows of a file that has some",
            "units/show.html", "says that there are no parts",
            "closing/above.html", "a unit above wards always has some",
            "teams/responsible.html", "teams of a ward that has some",
            "activities/campaign.html", "a campaign has teams",
            "allowances/ward.html", "says what there is above each part",
            "quality/field.html", "shown only where something was found",
            "reports/head.html", "a ranking has rows");

    private record Page(String name, String text) {}

    @Test
    void givesEveryListItsFile() throws IOException {
        List<String> without = new ArrayList<>();
        for (Page page : lists()) {
            if (!FILE.matcher(page.text()).find() && !NO_FILE.containsKey(page.name())) {
                without.add(page.name());
            }
        }
        assertThat(without).isEmpty();
        assertThat(lists()).hasSizeGreaterThan(20);
    }

    @Test
    void namesNoListAnExceptionThatHasItsFile() throws IOException {
        assertThat(lists())
                .filteredOn(page -> NO_FILE.containsKey(page.name()))
                .noneMatch(page -> page.text().contains("lists/parts :: bar"))
                .hasSameSizeAs(NO_FILE.keySet());
    }

    @Test
    void saysWhatAListIsWhileNothingIsInIt() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Page page : lists()) {
            if (!NEVER_EMPTY.containsKey(page.name())
                    && (!EMPTY.matcher(page.text()).find()
                            || SPEECHLESS.matcher(page.text()).find())) {
                silent.add(page.name());
            }
        }
        assertThat(silent).isEmpty();
    }

    private static List<Page> lists() throws IOException {
        List<Page> lists = new ArrayList<>();
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList()) {
                String text = Files.readString(file);
                if (PAGER.matcher(text).find()) {
                    lists.add(new Page(TEMPLATES.relativize(file).toString().replace('\\', '/'), text));
                }
            }
        }
        return lists;
    }
}
