package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the line, the server, two tabs and a worker report, and in whatever order: an entry ends where it should. */
@Tag("slow")
class QueueStateTests {

    private static BrowserContext context;
    private static Page page;

    @BeforeContainer
    static void openTheModule() {
        context = Chromium.browser().newContext();
        page = PhoneModules.serve(context);
        page.evaluate("""
                async () => {
                  const { apply, create } = await import('/js/phone/queue.js');
                  globalThis.replay = ({ kind, events }) => events.reduce(apply,
                      create({ id: 'v', kind, storedAt: '2026-11-22T08:00:00Z', body: 'body 0' }));
                }""");
    }

    @AfterContainer
    static void close() {
        context.close();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void endsAlikeInWhateverOrderAndHoweverOftenItIsTold(@ForAll("stories") QueueStory story, @ForAll long seed) {
        List<Map<String, Object>> events = new ArrayList<>(story.events());
        Random chance = new Random(seed);
        story.events().stream().filter(event -> chance.nextInt(3) == 0).forEach(events::add);

        assertThat(end(story, story.events())).as("as it happened").isEqualTo(story.end());
        Collections.shuffle(events, chance);
        assertThat(end(story, events)).as("in another order: %s", events).isEqualTo(story.end());
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void neverForgetsAReceipt(@ForAll("stories") QueueStory story, @ForAll long seed) {
        List<Map<String, Object>> events = new ArrayList<>(story.events());
        Collections.shuffle(events, new Random(seed));
        boolean had = false;
        for (int i = 1; i <= events.size(); i++) {
            boolean has = end(story, events.subList(0, i)).get("receipt") != null;
            assertThat(has || !had).as("after %s", events.subList(0, i)).isTrue();
            had = has;
        }
    }

    @Provide
    Arbitrary<QueueStory> stories() {
        return Arbitraries.integers().between(0, 99).list().ofMaxSize(24).map(QueueStory::of);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> end(QueueStory story, List<Map<String, Object>> events) {
        return (Map<String, Object>) page.evaluate("""
                (told) => {
                  const entry = globalThis.replay(told);
                  return { state: entry.state, tries: entry.tries, edit: entry.edit, body: entry.body,
                    receipt: entry.receipt ? entry.receipt.status + ' ' + entry.receipt.version : null,
                    problem: entry.problem ? entry.problem.code : null };
                }""", Map.of("kind", story.kind(), "events", events));
    }
}
