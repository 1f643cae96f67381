package vn.tungnha.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The queue and its sender in a browser, with a server made up on the spot. */
@Tag("slow")
class PhoneQueueTests {

    private BrowserContext context;
    private Page page;

    @BeforeEach
    void open() {
        context = Chromium.browser().newContext();
        page = PhoneModules.serve(context);
        page.navigate("http://phone.test/field");
        page.evaluate("""
                async () => {
                  document.body.innerHTML = '<div id="notes"></div><div id="flash"></div><template id="sync-parts"><div class="flash"><span></span></div></template>';
                  globalThis.sent = [];
                  globalThis.fetch = async (path, { body } = {}) => {
                    const answer = (status, json) => new Response(JSON.stringify(json), { status });
                    const now = new Date().toISOString();
                    if (path.startsWith('/field/sync?')) {
                      return answer(200, { account: 'me', name: '', csrf: { header: 'h', token: 't' }, now, release: 'r', device: 'OK' });
                    }
                    if (path.startsWith('/field/snapshot')) return answer(200, { ...globalThis.snapshot, at: globalThis.later });
                    if (path !== '/field/sync/visits') return answer(200, { words: {} });
                    const told = JSON.parse(body);
                    if (told.body.id.startsWith('poison')) return answer(500, {});
                    sent.push(told.body.id);
                    return answer(201, { receipt: { id: told.of ?? told.body.id, receivedAt: now, status: 'RECORDED', version: 1 }, held: false, notes: [] });
                  };
                  Object.assign(globalThis, await import('/js/phone/queue.js'), await import('/js/phone/store.js'),
                    await import('/js/phone/sender.js'));
                  globalThis.record = async (...ids) => {
                    for (const id of ids) {
                      await keep(create({ id, account: 'me', householdId: 'h', address: 'K1/2', storedAt: new Date().toISOString(), body: { id } }));
                    }
                  };
                }""");
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void goesOnWithTheOthersWhenTheServerFailsOnOne() {
        assertThat(run("""
                await record('poison', 'a', 'b');
                const first = await send({ force: true });
                await record('c');
                const next = await send({ force: true });
                return [first, next, sent.join()];""")).isEqualTo(List.of("OK", "OK", "a,b,c"));
    }

    @Test
    void asksForALookAtWhatTheServerFailsOnTimeAfterTime() {
        assertThat(run("""
                await record('poison');
                for (let i = 0; i < 4; i++) await send({ force: true });
                const before = await queue.get('poison');
                await send({ force: true });
                const entry = await queue.get('poison');
                const mended = apply(entry, { type: 'edited', edit: 1, body: { id: 'poison' }, outcome: 'MET', accounts: 0 });
                return [needsYou(before), mayHaveArrived(before), needsYou(entry), unsent(entry), mayHaveArrived(entry), needsYou(mended)];
                """)).isEqualTo(List.of(false, true, true, true, false, false));
    }

    @Test
    void stopsWhereTheServerFailsOnEverything() {
        assertThat(run("""
                await record('poison1', 'poison2', 'poison3', 'poison4', 'a');
                const first = await send({ force: true });
                await meta.set('line', null);
                await send({ force: true });
                return [first, sent.join()];""")).isEqualTo(List.of("BUSY", "a"));
    }

    @Test
    void sendsNothingThatCanStillBeUndone() {
        assertThat(run("""
                const { drop, takeBack } = await import('/js/phone/undo.js');
                await record('a');
                await send({ force: true });
                await takeBack(read(await queue.get('a')), 'why', (key) => key);
                await send({ force: 'person' });
                document.querySelector('#flash button').click();
                await new Promise((done) => setTimeout(done, 100));
                return [sent.join(), (await queue.all()).length];""")).isEqualTo(List.of("a", 1));
    }

    @Test
    void keepsWhatWasThrownAwayForADay() {
        assertThat(run("""
                const { drop, dropped, restore } = await import('/js/phone/undo.js');
                await record('a', 'b');
                await drop(await queue.get('a'), (key) => key);
                await drop(await queue.get('b'), (key) => key);
                const gone = (await dropped()).map((one) => one.entry.id).join();
                await restore('a');
                const left = (await queue.all()).map((one) => one.id).join();
                await meta.update('dropped', (all) => all.map((one) => ({ ...one, at: one.at - 90000000 })));
                return [gone, left, (await dropped()).length];""")).isEqualTo(List.of("a,b", "a", 0));
    }

    /** Of a household visited in the morning somebody new was written down in the afternoon: nobody forgets that. */
    @Test
    void countsNewcomersAndForgetsThemOnlyOnceTheListNamesThem() {
        assertThat(run("""
                globalThis.snapshot = { v: 2, account: { id: 'me' }, team: { id: 't' }, types: [], next: [], alleys: [] };
                globalThis.later = new Date(Date.now() + 60000).toISOString();
                const { note, told } = await import('/js/phone/newcomers.js');
                const { waiting } = await import('/js/phone/leave.js');
                const { refresh, wipe } = await import('/js/phone/stock.js');
                await meta.set('session', { account: 'me', name: '' });
                await record('morning');
                await send({ force: true });
                await note({ id: 'h' }, [{ id: 'p', name: 'Ba' }]);
                const counted = await waiting();
                await refresh({ force: true });
                await wipe();
                const { newResidents } = told(await queue.all(), 'h');
                await send({ force: true });
                await refresh({ force: true });
                return [counted, newResidents[0].name, sent.length, told(await queue.all(), 'h').newResidents.length];
                """)).isEqualTo(List.of(1, "Ba", 2, 0));
    }

    @Test
    void makesRoomWhenThePhoneIsFull() {
        assertThat(run("""
                await record('a');
                await send({ force: true });
                const put = IDBObjectStore.prototype.put;
                IDBObjectStore.prototype.put = function (told) {
                  if (told.id === 'b' && !globalThis.freed) throw new DOMException('full', 'QuotaExceededError');
                  if (told.id === 'a' && !told.body) globalThis.freed = true;
                  return put.apply(this, [told]);
                };
                await record('b');
                return [(await queue.get('a')).body, (await queue.get('b')).state];
                """)).isEqualTo(java.util.Arrays.asList(null, "waiting"));
    }

    @Test
    void warnsOfAnUnsentDayAndOfAPlainLine() {
        assertThat(run("""
                const { notes } = await import('/js/phone/notes.js');
                await (await import('/js/phone/words.js')).load();
                await record('a');
                await notes({ memory: true });
                const fresh = document.getElementById('notes').textContent;
                await queue.update('a', (entry) => ({ ...entry, storedAt: new Date(Date.now() - 90000000).toISOString() }));
                await notes({ memory: true });
                return [fresh.includes('phone.insecure'), fresh.includes('phone.old'), document.getElementById('notes').textContent.includes('phone.old')];
                """)).isEqualTo(List.of(true, false, true));
    }

    @Test
    void asksOnceForALastingPlaceWithTheFirstKeptVisitAndTellsTheAnswer() {
        assertThat(run("""
                let asked = 0;
                let granted = false;
                Object.defineProperty(navigator, 'storage', { configurable: true, value: {
                  persist: async () => { asked++; return granted; }, persisted: async () => granted, estimate: async () => ({}) } });
                const { watchInstall } = await import('/js/phone/install.js');
                const { storage } = await import('/js/phone/pages/settings.js');
                const calm = () => new Promise((done) => setTimeout(done, 200));
                const told = async () => {
                  document.getElementById('flash').innerHTML = '<section id="storage" hidden><div data-body></div></section>';
                  await storage();
                  return ['kept', 'may-go'].filter((key) => document.getElementById('storage').textContent.includes('phone.storage.' + key)).join();
                };
                watchInstall();
                await calm();
                const nothingKept = asked;
                await record('a');
                await calm();
                const first = asked;
                await record('b');
                await calm();
                const again = asked;
                const no = [(await meta.get('persist')).granted, await told()];
                granted = true;
                dispatchEvent(new Event('appinstalled'));
                await calm();
                const installed = asked;
                dispatchEvent(new Event('appinstalled'));
                await record('c');
                await calm();
                return [nothingKept, first, again, ...no, installed, asked, (await meta.get('persist')).granted, await told()];
                """)).isEqualTo(List.of(0, 1, 1, false, "may-go", 2, 2, true, "kept"));
    }

    @Test
    void warnsOnEveryPageOnceSomethingHasWaitedForADayAndSaysWhatToDo() {
        assertThat(run("""
                const { notes } = await import('/js/phone/notes.js');
                const box = document.getElementById('notes');
                const warned = async () => { await notes({ memory: true }); return box.querySelector('.c-bad')?.textContent ?? ''; };
                history.replaceState(null, '', '/field/search');
                const since = (hours) => queue.update('a', (entry) => ({ ...entry, storedAt: new Date(Date.now() - hours * 3600000).toISOString() }));
                await record('a');
                await since(23.9);
                const before = [await warned(), box.hidden];
                await since(24.1);
                const after = await warned();
                const link = box.querySelector('a').getAttribute('href');
                await meta.set('line', { state: 'LOGIN' });
                const login = await warned();
                await queue.update('a', (entry) => ({ ...entry, state: 'sent', receipt: { status: 'RECORDED' } }));
                return [...before, after.includes('phone.old.text'), link, login.includes('phone.old.login'), await warned()];
                """)).isEqualTo(List.of("", true, true, "/field/outbox", true, ""));
    }

    /** The line is back after a sign-out without one, but the server takes nothing, or another tab is in the middle of it. */
    @Test
    void endsASessionOnlyOnceWhatWaitsHasGoneOrWasLeftOnPurpose() {
        assertThat(run("""
                const { LEFT, finish } = await import('/js/phone/leave.js');
                const server = globalThis.fetch;
                let out = 0;
                globalThis.fetch = async (path, how) => {
                  if (path === '/logout') { out++; return new Response('', { status: 500 }); }
                  if (path === '/field/sync') return server('/field/sync?', how);
                  return server(path, how);
                };
                await meta.set('forgotten', LEFT);
                await record('poison', 'a');
                const stuck = await finish();
                const before = out;
                await queue.update('poison', (entry) => ({ ...entry, tries: 1, done: 0, state: 'sending' }));
                await meta.set('lease', { by: 'another tab', until: Date.now() + 40000 });
                setTimeout(async () => {
                  await queue.update('poison', (entry) => apply(entry, { type: 'receipt', attempt: 1, receipt: { id: 'poison', status: 'RECORDED', version: 1, receivedAt: new Date().toISOString() } }));
                  await meta.set('lease', null);
                }, 600);
                const waited = Date.now();
                await finish();
                const after = [out, Date.now() - waited > 500];
                await record('poison');
                await finish();
                await finish({ anyway: true });
                return [stuck, sent.join(), before, ...after, out];
                """)).isEqualTo(List.of(1, "a", 0, 1, true, 2));
    }

    /** "Giữ trên máy" while a sending of this very tab is under way: it arrives, with its receipt, and nothing new is begun. */
    @Test
    void letsWhatIsOnItsWayArriveBeforeItSignsOutAndBeginsNothingMore() {
        assertThat(run("""
                const { signOut } = await import('/js/phone/leave.js');
                const server = globalThis.fetch;
                const heard = [];
                let arrive;
                globalThis.fetch = async (path, how) => {
                  if (path === '/logout') { heard.push('logout'); return new Response('', { status: 500 }); }
                  if (path === '/field/sync') return server('/field/sync?', how);
                  if (path === '/field/sync/visits') await new Promise((come) => { arrive = come; });
                  const answer = await server(path, how);
                  if (path === '/field/sync/visits') heard.push(sent.at(-1));
                  return answer;
                };
                const until = async (true_) => { while (!(await true_())) await new Promise((done) => setTimeout(done, 20)); };
                await record('a', 'b');
                const sending = send({ force: true });
                await until(() => arrive);
                const leaving = signOut();
                await until(async () => (await meta.get('forgotten')) !== undefined && (await meta.get('forgotten')) !== null);
                await new Promise((done) => setTimeout(done, 400));
                const early = heard.join();
                arrive();
                await leaving;
                await sending;
                const states = (await queue.all()).map((one) => one.state).join();
                arrive = null;
                const later = send({ force: true });
                await until(() => arrive);
                arrive();
                await later;
                return [early, heard.join(), states];
                """)).isEqualTo(List.of("", "a,logout,b", "sent,waiting"));
    }

    private Object run(String script) {
        return page.evaluate("async () => {" + script + "}");
    }
}
