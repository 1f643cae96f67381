package vn.tungnha.contests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.contests.bank.QuestionBank;
import vn.tungnha.contests.bank.Study;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.visits.FieldFixture;

/** Contests as organisers hold them and players play them, without any script. */
@SharedApplication
class ContestPagesTests {

    private static final int PLAYERS = 30;
    private static final int QUESTIONS = 6;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private Logins logins;

    @Autowired
    private Contests contests;

    @Autowired
    private ContestRounds rounds;

    @Autowired
    private RoundQuestions asks;

    @Autowired
    private Entries entries;

    @Autowired
    private Leaderboard leaderboard;

    @Autowired
    private QuestionBank bank;

    @Autowired
    private Study study;

    @Autowired
    private JdbcClient jdbc;

    private FieldFixture field;

    @BeforeEach
    void aWard() {
        field = FieldFixture.in(jdbc);
    }

    @Test
    void countsThirtyPlayersWhoAnswerAtTheSameTimeExactlyAsARecountDoes() throws Exception {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, false, false);
        rounds.start(made.contest(), made.round(), field.officer());
        ExecutorService hall = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> players = IntStream.range(0, PLAYERS)
                    .<Callable<Void>>mapToObj(n -> () -> {
                        play(code(made), n);
                        return null;
                    })
                    .toList();
            for (Future<Void> done : hall.invokeAll(players, 2, TimeUnit.MINUTES)) {
                done.get();
            }
        } finally {
            hall.shutdownNow();
        }

        Ranking ranking = leaderboard.of(made.contest());

        assertThat(ranking.placed()).hasSize(PLAYERS);
        assertThat(ranking.placed()).allMatch(it -> it.score().answered() == QUESTIONS);
        for (int n = 0; n < PLAYERS; n++) {
            String name = "Người chơi " + n;
            Score score = ranking.placed().stream()
                    .map(Ranking.Placed::score)
                    .filter(it -> it.nickname().equals(name))
                    .findFirst()
                    .orElseThrow();
            assertThat(score.points()).as(name).isEqualTo(10L * rightOnes(n));
        }
        assertThat(ranking.placed().stream()
                        .map(it -> it.rank() + " " + it.score().nickname())
                        .toList())
                .containsExactlyElementsOf(recount(made.contest()));
        MvcTestResult file = get(field.officerAccount, "/contests/" + made.contest() + "/results.xlsx");
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(file.getResponse().getContentAsByteArray()))) {
            double sum = 0;
            for (Row row : book.getSheetAt(0)) {
                sum += row.getRowNum() == 0 ? 0 : row.getCell(3).getNumericCellValue();
            }
            assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(PLAYERS);
            assertThat(sum)
                    .isEqualTo(10.0
                            * IntStream.range(0, PLAYERS)
                                    .map(ContestPagesTests::rightOnes)
                                    .sum());
        }
    }

    /** Player n knows the first answers and guesses wrong from then on. */
    private static int rightOnes(int n) {
        return n % (QUESTIONS + 1);
    }

    private void play(String code, int n) {
        Player player = new Player(mvc, code, null);
        assertThat(player.enter("nickname", "Người chơi " + n)).hasStatus3xxRedirection();
        for (int at = 0; at < QUESTIONS; at++) {
            player.post("next");
            String page = player.page();
            assertThat(page).doesNotContain("Giải thích của câu", "is-right", "Sách ");
            List<String> picks = at < rightOnes(n) ? List.of("đúng", "đúng 1", "đúng 2") : List.of("sai");
            player.answer(page, picks);
            player.answer(page, List.of("đúng", "đúng 1", "đúng 2"));
        }
        assertThat(player.page()).contains("Đã xong vòng này", "Giải thích của câu");
    }

    /** By hand from the raw answers: who is better than whom, pair by pair. */
    private List<String> recount(UUID contest) {
        Map<String, long[]> sums = new HashMap<>();
        jdbc.sql("""
                        select e.nickname, a.correct, a.millis, (extract(epoch from a.answered_at) * 1000000)::bigint as at
                        from contest_entry e join contest_answer a on a.entry_id = e.id where e.contest_id = ?""").param(contest).query(row -> {
            long[] sum = sums.computeIfAbsent(row.getString(1), name -> new long[] {0, 0, Long.MIN_VALUE});
            if (row.getBoolean(2)) {
                sum[0] += 10;
                sum[1] += row.getLong(3);
                sum[2] = Math.max(sum[2], row.getLong(4));
            }
        });
        Comparator<long[]> better = (one, other) -> one[0] != other[0]
                ? Long.compare(other[0], one[0])
                : one[1] != other[1] ? Long.compare(one[1], other[1]) : Long.compare(one[2], other[2]);
        List<String> lines = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, long[]>comparingByValue(better).thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add(1
                        + sums.values().stream()
                                .filter(other -> better.compare(other, entry.getValue()) < 0)
                                .count()
                        + " " + entry.getKey()));
        return lines;
    }

    @Test
    void takesAnAnswerOnceAndNoneThatIsLate() {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, false, false);
        rounds.start(made.contest(), made.round(), field.officer());
        Player player = new Player(mvc, code(made), null);
        player.enter("nickname", "Cô Hoa");
        player.post("next");
        String first = player.page();
        player.post("next");
        assertThat(Player.hidden(player.page(), "question")).isEqualTo(Player.hidden(first, "question"));
        assertThat(player.answer(first, List.of())).hasStatus3xxRedirection();
        assertThat(answered(made)).isZero();
        player.answer(first, List.of("sai"));
        player.answer(first, List.of("đúng", "đúng 1", "đúng 2"));
        assertThat(player.page()).contains("Chưa đúng");
        assertThat(score(made).right()).isZero();

        player.post("next");
        String second = player.page();
        wait(made, 33);
        assertThat(player.page()).contains("Hết giờ, chưa trả lời", "Giải thích của câu");
        player.answer(second, List.of("đúng", "đúng 1", "đúng 2"));
        assertThat(player.page()).contains("Quá giờ: câu này không được tính");
        assertThat(score(made).right()).isZero();

        player.post("next");
        String third = player.page();
        wait(made, 31);
        player.answer(third, List.of("đúng", "đúng 1", "đúng 2"));
        assertThat(score(made).right()).as("within the grace for the line").isEqualTo(1);
        assertThat(score(made).millis()).as("never more than was allowed").isEqualTo(30_000);
    }

    @Test
    void refusesAnswersToQuestionsThatWereNotHandedOut() {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, false, false);
        rounds.start(made.contest(), made.round(), field.officer());
        Player player = new Player(mvc, code(made), null);
        player.enter("nickname", "Cô Hoa");

        player.post(
                "answers", "round", made.round(), "question", made.questions().get(0), "picked", 2);

        assertThat(answered(made)).isZero();
        assertThat(new Player(mvc, code(made), null).post("next")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/public/contests/" + code(made) + "x").exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void letsABrowserANameANumberAndAnAccountInOnce() {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, true, true);
        Player player = new Player(mvc, code(made), null);
        assertThat(player.enter("nickname", "Hoa", "fullName", "Nguyễn Thị Hoa", "phone", "12"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Số điện thoại có 10 chữ số", "Nguyễn Thị Hoa");
        player.post("entry", "nickname", "Hoa", "fullName", "Nguyễn Thị Hoa", "phone", "0905 123 456");
        player.post("entry", "nickname", "Hoa 2", "fullName", "Nguyễn Thị Hoa", "phone", "0905123457");
        assertThat(entries.all(made.contest())).hasSize(1);
        Player other = new Player(mvc, code(made), null);
        assertThat(other.enter("nickname", "HOA", "fullName", "Lê Hoa", "phone", "0905123458"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Đã có người dùng tên này");
        assertThat(other.post("entry", "nickname", "Hoa tổ 5", "fullName", "Lê Hoa", "phone", "+84905123456"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("đã dự thi trên máy khác");
        assertThat(jdbc.sql(
                                "select count(*) from contest_entry where contest_id = ? and position('905123456' in encode(phone, 'escape')) > 0")
                        .param(made.contest())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(new Player(mvc, code(made), null).post("entry", "nickname", "Không cookie"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        var account = authentication(TestAccounts.signedIn(logins, field.leaderAccount));
        Player onePhone = new Player(mvc, code(made), account);
        onePhone.enter("nickname", "Tổ trưởng", "fullName", "Trần Dũng", "phone", "0905123459");
        Player secondPhone = new Player(mvc, code(made), account);
        assertThat(secondPhone.page()).contains("Chơi với tên: Tổ trưởng");
        assertThat(entries.all(made.contest())).hasSize(2);
        assertThat(other.page()).doesNotContain("Nguyễn Thị Hoa", "Trần Dũng");
        assertThat(get(field.officerAccount, "/contests/" + made.contest() + "/screen"))
                .bodyText()
                .doesNotContain("Nguyễn Thị Hoa");
        assertThat(get(field.officerAccount, "/contests/" + made.contest() + "/results"))
                .bodyText()
                .contains("Nguyễn Thị Hoa");
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'contest.names-read' and subject_id = ?")
                        .param(made.contest().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsAContestOfMembersToTheTeamsOfThePlaceAndEachTeamToOnePhone() {
        ContestFixture made = open(Entrants.MEMBERS, Sides.TEAMS, false, false);
        assertThat(new Player(mvc, code(made), null).get())
                .bodyText()
                .contains("/contests/join/" + code(made))
                .doesNotContain("Vào chơi</button>");
        assertThat(new Player(mvc, code(made), null).enter("team", field.team))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var stranger = authentication(TestAccounts.signedIn(logins, FieldFixture.in(jdbc).leaderAccount));
        assertThat(new Player(mvc, code(made), stranger).enter("team", field.team))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        var leader = authentication(TestAccounts.signedIn(logins, field.leaderAccount));
        assertThat(new Player(mvc, code(made), leader).enter("team", field.team))
                .hasStatus3xxRedirection();
        assertThat(entries.all(made.contest())).extracting(EntryView::nickname).containsExactly("Tổ 33");
        assertThat(get(field.leaderAccount, "/contests/join/" + code(made)))
                .hasRedirectedUrl("/public/contests/" + code(made));
        assertThat(get(field.leaderAccount, "/field/contests")).bodyText().contains("Hội thi thử");
    }

    @Test
    void takesAnEntryAndAQuestionOutOfTheCountAndBackIn() {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, false, false);
        rounds.start(made.contest(), made.round(), field.officer());
        Player player = new Player(mvc, code(made), null);
        player.enter("nickname", "Cô Hoa");
        player.post("next");
        String page = player.page();
        player.answer(page, List.of("đúng", "đúng 1", "đúng 2"));
        String question = Player.hidden(page, "question");
        String base = "/contests/" + made.contest();
        String asked = base + "/rounds/" + made.round() + "/questions/" + question;

        assertThat(post(field.officerAccount, asked + "/annulment", "reason", ""))
                .hasStatus3xxRedirection();
        assertThat(score(made).points()).isEqualTo(10);
        post(field.officerAccount, asked + "/annulment", "reason", "Đáp án in sai");
        assertThat(score(made).points()).isZero();
        assertThat(player.page()).contains("Ban tổ chức đã hủy câu này");
        post(field.officerAccount, asked + "/restoration");
        assertThat(score(made).points()).isEqualTo(10);

        UUID entry = entries.all(made.contest()).get(0).id();
        assertThat(post(field.officerAccount, base + "/entries/" + entry + "/removal", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        post(field.officerAccount, base + "/entries/" + entry + "/removal", "reason", "Dự thi hai máy");
        assertThat(leaderboard.of(made.contest()).placed()).isEmpty();
        assertThat(player.page()).contains("Dự thi hai máy");
        post(field.officerAccount, base + "/entries/" + entry + "/restoration");
        assertThat(score(made).points()).isEqualTo(10);
        assertThat(jdbc.sql("select action from audit_entry where subject_id = ? order by id")
                        .param(made.contest().toString())
                        .query(String.class)
                        .list())
                .contains(
                        "contest.opened",
                        "contest.round-started",
                        "contest.question-annulled",
                        "contest.question-restored",
                        "contest.entry-removed",
                        "contest.entry-restored");
    }

    @Test
    void sendsTheScreenNothingWhileNothingHasChanged() {
        ContestFixture made = open(Entrants.ANYONE, Sides.PERSONS, false, false);
        String board = "/contests/" + made.contest() + "/screen/board";
        assertThat(get(field.officerAccount, "/contests/" + made.contest() + "/screen"))
                .hasStatusOk()
                .bodyText()
                .contains(code(made), "<path d=\"M");
        MvcTestResult first = get(field.officerAccount, board);
        String tag = String.valueOf(first.getResponse().getHeader("ETag"));
        assertThat(again(board, tag)).hasStatus(HttpStatus.NOT_MODIFIED);

        new Player(mvc, code(made), null).enter("nickname", "Cô Hoa");

        assertThat(again(board, tag)).hasStatusOk();
    }

    @Test
    void planOpensRunsClosesAndOpensAgainFromTheDesk() {
        UUID contest = UUID.randomUUID();
        String page = "/contests/" + contest;
        assertThat(post(field.officerAccount, "/contests", contestForm(contest, "")))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(field.officerAccount, "/contests", contestForm(contest, "Hội thi <b>phường</b>")))
                .hasRedirectedUrl(page);
        assertThat(post(field.officerAccount, page + "/opening")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        UUID round = UUID.randomUUID();
        assertThat(post(
                        field.officerAccount,
                        page + "/rounds",
                        "key",
                        round,
                        "name",
                        "Vòng 1",
                        "seconds",
                        "3",
                        "points",
                        "10",
                        "draw",
                        "5"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ghi một số từ 5 đến 600");
        assertThat(post(
                        field.officerAccount,
                        page + "/rounds",
                        "key",
                        round,
                        "name",
                        "Vòng 1",
                        "seconds",
                        "20",
                        "points",
                        "10",
                        "topic",
                        "ONLINE_SAFETY",
                        "draw",
                        "5"))
                .hasRedirectedUrl(page + "/rounds/" + round);
        assertThat(post(
                        field.officerAccount,
                        page + "/rounds",
                        "name",
                        "Vòng 2",
                        "seconds",
                        "nhanh",
                        "points",
                        "1",
                        "draw",
                        "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Ghi một số, ví dụ 45");
        assertThat(rounds.get(contest, round).questions()).isEqualTo(5);
        assertThat(get(field.officerAccount, page + "/rounds/" + round)).hasStatusOk();
        assertThat(get(field.officerAccount, page)).hasStatusOk().bodyText().contains("&lt;b&gt;phường");
        ContestView planned = contests.get(contest);
        assertThat(mvc.get().uri("/public/contests/" + planned.code()).exchange())
                .hasStatus(HttpStatus.NOT_FOUND);

        assertThat(post(field.officerAccount, page + "/opening")).hasRedirectedUrl(page);
        Set<UUID> asked =
                Set.copyOf(asks.of(round).stream().map(it -> it.question().id()).toList());
        assertThat(study.of("ONLINE_SAFETY")).doesNotContainAnyElementsOf(asked);
        post(field.officerAccount, page + "/rounds/" + round + "/start");
        assertThat(rounds.running(contest)).isPresent();
        assertThat(post(field.officerAccount, page + "/closing")).hasRedirectedUrl(page);
        assertThat(rounds.running(contest)).isEmpty();
        assertThat(study.of("ONLINE_SAFETY")).containsAll(asked);
        assertThat(mvc.get().uri("/public/contests/" + planned.code()).exchange())
                .bodyText()
                .contains("Hội thi đã kết thúc");
        post(field.officerAccount, page + "/opening");
        assertThat(contests.get(contest).open()).isTrue();
        assertThat(rounds.running(contest)).as("what was ended with it goes on").isPresent();
        post(field.officerAccount, page + "/closing");

        UUID stranger =
                new TestAccounts(jdbc).account("la" + UUID.randomUUID(), Role.WARD_OFFICER, FieldFixture.in(jdbc).ward);
        assertThat(get(stranger, page)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(stranger, page + "/screen/board")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, page + "/opening")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void explainsInSelfStudyOnlyAfterTheAnswer() {
        int n = 1 + new Random(7).nextInt(study.of("BASIC_SKILLS").size());
        assertThat(mvc.get().uri("/public/quiz").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Kỹ năng số cơ bản");
        assertThat(mvc.get().uri("/public/quiz/BASIC_SKILLS?n=" + n).exchange())
                .hasStatusOk()
                .bodyText()
                .doesNotContain("is-right", "Nguồn:");
        assertThat(mvc.post()
                        .uri("/public/quiz/BASIC_SKILLS")
                        .param("n", "" + n)
                        .with(csrf())
                        .exchange())
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(mvc.post()
                        .uri("/public/quiz/BASIC_SKILLS")
                        .param("n", "" + n)
                        .param("picked", "1")
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("is-right", "Nguồn:");
        assertThat(mvc.get().uri("/public/quiz/BASIC_SKILLS?n=999").exchange()).hasStatus(HttpStatus.NOT_FOUND);
    }

    private Object[] contestForm(UUID id, String name) {
        return new Object[] {
            "id",
            id,
            "name",
            name,
            "at",
            "unit:" + field.ward,
            "firstDay",
            ContestFixture.TODAY,
            "lastDay",
            ContestFixture.TODAY,
            "entrants",
            "ANYONE",
            "sides",
            "PERSONS"
        };
    }

    private ContestFixture open(Entrants entrants, Sides sides, boolean names, boolean phones) {
        return ContestFixture.open(
                contests,
                rounds,
                asks,
                bank,
                field,
                ContestFixture.command(field, entrants, sides, names, phones),
                QUESTIONS);
    }

    private String code(ContestFixture made) {
        return contests.get(made.contest()).code();
    }

    private Score score(ContestFixture made) {
        return leaderboard.of(made.contest()).placed().get(0).score();
    }

    /** As if so many seconds had gone by since whatever was handed out. */
    private void wait(ContestFixture made, int seconds) {
        jdbc.sql(
                        "update contest_answer set handed_at = handed_at - :seconds * interval '1 second' where round_id = :round")
                .param("seconds", seconds)
                .param("round", made.round())
                .update();
    }

    private int answered(ContestFixture made) {
        return rounds.get(made.contest(), made.round()).answers();
    }

    private MvcTestResult again(String uri, String tag) {
        return mvc.get()
                .uri(uri)
                .header("If-None-Match", tag)
                .with(authentication(TestAccounts.signedIn(logins, field.officerAccount)))
                .exchange();
    }

    private MvcTestResult get(UUID account, String uri) {
        return mvc.get()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(UUID account, String uri, Object... fields) {
        var request = mvc.post()
                .uri(uri)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int i = 0; i < fields.length; i += 2) {
            request = request.param(fields[i].toString(), fields[i + 1].toString());
        }
        return request.exchange();
    }
}
