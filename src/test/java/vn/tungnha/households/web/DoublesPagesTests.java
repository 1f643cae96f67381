package vn.tungnha.households.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import vn.tungnha.SharedApplication;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

@SharedApplication
class DoublesPagesTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    private TestUnits.Tree tree;
    private UUID officer;
    private UUID neighbour;
    private String given;
    private String phone;

    @BeforeEach
    void plant() {
        tree = units.tree();
        TestAccounts accounts = new TestAccounts(jdbc);
        officer = accounts.account("o" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        neighbour = accounts.account(
                "n" + UUID.randomUUID(), Role.WARD_OFFICER, tree.communes().get(1));
        // letters only, and nobody else's in the shared database
        given = "Q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        phone = "09" + (10_000_000 + (int) (Math.random() * 89_999_999));
    }

    @Test
    void tellsWhileTypingWhoMayBeInTheRegisterAlready() {
        UUID first = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);

        assertThat(typing(
                        officer, "nguyen thi " + given, "12/03/1965", phone.substring(0, 4) + " " + phone.substring(4)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Nguyễn Thị " + given,
                        "một bên viết không dấu",
                        "năm sinh 1965",
                        "cùng số điện thoại",
                        first.toString())
                .doesNotContain(phone);
        assertThat(typing(officer, given + " nguyen thi", "1966", ""))
                .bodyText()
                .contains("khác thứ tự", "lệch một năm");
        assertThat(typing(officer, "Nguyễn " + given, "1965", "")).bodyText().contains("thiếu tên đệm");
        assertThat(typing(officer, "Nguyễn Thị " + given + "x", "1965", ""))
                .bodyText()
                .contains("một chữ cái");
        assertThat(typing(officer, "Trần Văn Khác", "1965", "")).bodyText().doesNotContain(given);
        assertThat(typing(neighbour, "Nguyễn Thị " + given, "1965", phone))
                .as("another ward")
                .bodyText()
                .doesNotContain(given);
    }

    @Test
    void keepsWhatWasTickedWhileTypingGoesOn() {
        UUID first = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);
        String[] typed = {"name", "nguyen thi " + given, "birthYear", "1965"};

        assertThat(post("/residents/alike", officer, typed)).bodyText().doesNotContain("checked");
        assertThat(post("/residents/alike", officer, typed[0], typed[1], typed[2], typed[3], "not", first.toString()))
                .bodyText()
                .contains("value=\"" + first + "\" checked=\"checked\"");
        assertThat(post(
                        "/households/" + householdOf(first) + "/residents",
                        officer,
                        "name",
                        "Nguyễn Thị " + given,
                        "birthYear",
                        "65",
                        "not",
                        first.toString()))
                .as("a form that is wrong")
                .hasStatus(422)
                .bodyText()
                .contains("name=\"not\" value=\"" + first + "\"");
    }

    @Test
    void takesNoHouseholdForAPersonWhereTheFormHasNoId() {
        UUID home = householdOf(person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone));

        post("/households/" + home + "/residents", officer, "name", "Lê Văn Một", "stay", "PERMANENT");
        post("/households/" + home + "/residents", officer, "name", "Lê Văn Hai", "stay", "PERMANENT");

        assertThat(jdbc.sql("select name from resident where household_id = ? and id <> household_id order by name")
                        .param(home)
                        .query(String.class)
                        .list())
                .containsExactly("Lê Văn Hai", "Lê Văn Một", "Nguyễn Thị " + given);
    }

    @Test
    void keepsWhyTheyAreNotOneAndTellsTheWardsHomeHowManyAreLeft() {
        UUID one = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);
        UUID other = person(officer, tree.village(), "2", "Nguyễn Thị " + given, "1965", phone);
        assertThat(get("/duplicates", officer)).bodyText().contains("1 cặp");
        assertThat(home()).bodyText().contains("1 cặp có thể là một người").doesNotContain(given);
        assertThat(get("/duplicates/residents/" + one + "/" + other, officer))
                .bodyText()
                .contains("Vì sao không phải một");

        String[] decision = {"people", "true", "one", one.toString(), "other", other.toString(), "why", "Hai chị em họ"
        };
        post("/duplicates/distinct", officer, decision);

        assertThat(get("/duplicates?show=done", officer)).bodyText().contains("Hai chị em họ");
        assertThat(get("/duplicates", officer)).bodyText().contains("0 cặp");
        assertThat(home()).bodyText().doesNotContain("có thể là một người");
    }

    private MvcTestResult home() {
        String code = jdbc.sql("select code from unit_version where unit_id = ?")
                .param(tree.commune())
                .query(String.class)
                .single();
        return get("/dashboard/" + code, officer);
    }

    @Test
    void asksAfterSavingAndNeverAgainOnceSaidToBeAnother() {
        UUID first = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);
        String home = "/households/" + householdOf(first);

        MvcTestResult saved = post(
                home + "/residents",
                officer,
                "id",
                UUID.randomUUID().toString(),
                "name",
                "Nguyễn Thị " + given,
                "birthYear",
                "1965",
                "stay",
                "PERMANENT");

        String next = saved.getResponse().getRedirectedUrl();
        assertThat(next).matches("/residents/.+/alike");
        UUID second = UUID.fromString(next.split("/")[2]);
        assertThat(get(next, officer)).hasStatusOk().bodyText().contains("Đúng là người này", "Không phải", "cùng hộ");
        assertThat(post(
                        "/duplicates/distinct",
                        neighbour,
                        "people",
                        "true",
                        "one",
                        second.toString(),
                        "other",
                        first.toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        post(
                "/duplicates/distinct",
                officer,
                "people",
                "true",
                "one",
                second.toString(),
                "other",
                first.toString(),
                "back",
                "alike");
        assertThat(get(next, officer)).bodyText().contains("Không còn ai giống");
        assertThat(get("/duplicates", officer)).bodyText().doesNotContain(given);

        assertThat(get("/duplicates?show=done", officer)).bodyText().contains("không phải một", given);
        UUID decision = jdbc.sql("select id from register_distinct where ? in (one, other)")
                .param(second)
                .query(UUID.class)
                .single();
        assertThat(post("/duplicates/distinct/" + decision + "/end", neighbour)).hasStatus(HttpStatus.NOT_FOUND);
        post("/duplicates/distinct/" + decision + "/end", officer);
        assertThat(get("/duplicates", officer)).bodyText().contains(given);
        assertThat(post(
                        home + "/residents",
                        officer,
                        "id",
                        UUID.randomUUID().toString(),
                        "name",
                        "Nguyễn Thị " + given,
                        "birthYear",
                        "1965",
                        "stay",
                        "PERMANENT",
                        "not",
                        first.toString(),
                        "not",
                        second.toString()))
                .as("said in the form, without a step in between")
                .hasRedirectedUrl(home);
    }

    @Test
    void mergesSideBySideAndPartsAgain() {
        UUID kept = person(officer, tree.village(), "1", "Nguyen Thi " + given, "1965", phone);
        UUID gone = person(officer, tree.village(), "2", "Nguyễn Thị " + given, "1966", phone);
        String pair = "/duplicates/residents/" + kept + "/" + gone;
        assertThat(get("/duplicates", officer)).hasStatusOk().bodyText().contains(given, "Rất giống", "So sánh");
        assertThat(get("/duplicates/table.csv", officer))
                .hasStatusOk()
                .bodyText()
                .contains(given, "Rất giống");
        assertThat(get(pair, officer)).hasStatusOk().bodyText().contains("1965", "1966", "lần cư trú");
        assertThat(get(pair, neighbour)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(pair, officer, "keptVersion", "9", "goneVersion", "0")).hasStatus(HttpStatus.CONFLICT);

        assertThat(post(
                        pair,
                        officer,
                        "keptVersion",
                        "0",
                        "goneVersion",
                        "0",
                        "from.NAME",
                        "gone",
                        "from.BIRTH_YEAR",
                        "kept"))
                .hasRedirectedUrl("/duplicates");

        assertThat(get("/residents/" + gone + "/edit", officer))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Thị " + given, "1965");
        assertThat(get("/duplicates", officer)).bodyText().doesNotContain(given);
        UUID merge = jdbc.sql("select id from register_merge where gone = ?")
                .param(gone)
                .query(UUID.class)
                .single();
        assertThat(post("/duplicates/merges/" + merge + "/parting", neighbour)).hasStatus(HttpStatus.NOT_FOUND);
        post("/duplicates/merges/" + merge + "/parting", officer);
        assertThat(jdbc.sql("select name || ' ' || birth_year from resident where id in (?, ?) order by birth_year")
                        .params(kept, gone)
                        .query(String.class)
                        .list())
                .containsExactly("Nguyen Thi " + given + " 1965", "Nguyễn Thị " + given + " 1966");
    }

    @Test
    void mergesTwoHouseholdsOfOneAddress() {
        UUID one = householdOf(person(officer, tree.village(), "K112/7", "Nguyễn Thị " + given, "1965", ""));
        UUID other = householdOf(person(officer, tree.village(), "K112/7", "Trần Văn " + given, "1961", ""));
        UUID first = one.toString().compareTo(other.toString()) < 0 ? one : other;
        UUID second = first.equals(one) ? other : one;
        assertThat(get("/duplicates?show=houses", officer))
                .hasStatusOk()
                .bodyText()
                .contains("K112/7", first + "/" + second);
        String pair = "/duplicates/households/" + first + "/" + second;
        assertThat(get(pair, officer)).hasStatusOk().bodyText().contains("1 người sang hộ giữ lại");

        assertThat(post(pair, officer, "keptVersion", "0", "goneVersion", "0"))
                .hasRedirectedUrl("/duplicates?show=houses");

        assertThat(get("/households/" + second, officer)).hasRedirectedUrl("/households/" + first);
        assertThat(get("/households/" + first, officer))
                .hasStatusOk()
                .bodyText()
                .contains("Nguyễn Thị " + given, "Trần Văn " + given);
        assertThat(get("/households/" + second, neighbour)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void asksTheOtherWardWithoutTellingAnythingAndMovesThemWithTheirHistory() {
        long there = tree.villages().get(1).get(0);
        UUID theirs = person(neighbour, there, "9", "Nguyễn Thị " + given, "1965", phone);
        UUID ours = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);

        post("/residents/" + ours + "/elsewhere", officer);

        assertThat(get("/residents/" + ours + "/alike", officer))
                .bodyText()
                .contains("Có thể đã có ở phường khác")
                .doesNotContain(theirs.toString());
        assertThat(get("/duplicates?show=questions", officer)).bodyText().doesNotContain(given);
        assertThat(get("/duplicates?show=questions", neighbour))
                .bodyText()
                .contains("Nguyễn Thị " + given, "Đã chuyển đi")
                .doesNotContain(ours.toString());
        assertThat(get("/notices", neighbour)).hasStatusOk().bodyText().contains("hỏi về một người của phường");
        UUID question = jdbc.sql("select id from presence_question where ours = ?")
                .param(ours)
                .query(UUID.class)
                .single();
        assertThat(post("/duplicates/questions/" + question + "/answer", officer, "answer", "MOVED"))
                .hasStatus(HttpStatus.NOT_FOUND);

        post("/duplicates/questions/" + question + "/answer", neighbour, "answer", "MOVED");

        assertThat(get("/residents/" + theirs + "/edit", officer))
                .as("came over")
                .hasStatusOk();
        assertThat(get("/residents/" + theirs + "/edit", neighbour)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(jdbc.sql("select status from resident where id = ?")
                        .param(ours)
                        .query(String.class)
                        .single())
                .isEqualTo("MERGED");
        assertThat(jdbc.sql("select count(*) from residence where resident_id = ?")
                        .param(theirs)
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc.sql(
                                "select count(*) from audit_entry where action in ('resident.looked-elsewhere', 'resident.asked-about') and subject_id in (?, ?)")
                        .params(ours.toString(), theirs.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void stopsAskingAfterFiftyADay() {
        UUID ours = person(officer, tree.village(), "1", "Nguyễn Thị " + given, "1965", phone);
        for (int i = 0; i < 50; i++) {
            jdbc.sql("insert into presence_asking (ours, asked_by, asked_at) values (?, ?, now())")
                    .params(ours, officer)
                    .update();
        }

        assertThat(post("/residents/" + ours + "/elsewhere", officer)
                        .getMvcResult()
                        .getFlashMap()
                        .get("flashBad"))
                .isEqualTo(true);
        assertThat(jdbc.sql(
                                "select after ->> 'refused' from audit_entry where action = 'resident.looked-elsewhere' and subject_id = ?")
                        .param(ours.toString())
                        .query(String.class)
                        .list())
                .containsExactly("true");
    }

    private UUID person(UUID by, long village, String number, String name, String year, String phone) {
        UUID household = UUID.randomUUID();
        assertThat(post(
                        "/households",
                        by,
                        "id",
                        household.toString(),
                        "kind",
                        "HOUSEHOLD",
                        "village",
                        String.valueOf(village),
                        "alley",
                        "Kiệt 112 Hải Phòng",
                        "number",
                        number,
                        "label",
                        "",
                        "children",
                        "0",
                        "name",
                        name,
                        "birthYear",
                        year,
                        "phone",
                        phone))
                .hasStatus3xxRedirection();
        return jdbc.sql("select id from resident where household_id = ?")
                .param(household)
                .query(UUID.class)
                .single();
    }

    private UUID householdOf(UUID resident) {
        return jdbc.sql("select household_id from resident where id = ?")
                .param(resident)
                .query(UUID.class)
                .single();
    }

    private MvcTestResult typing(UUID account, String name, String year, String phone) {
        return post("/residents/alike", account, "name", name, "birthYear", year, "phone", phone);
    }

    private MvcTestResult get(String path, UUID account) {
        return mvc.get()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .exchange();
    }

    private MvcTestResult post(String path, UUID account, String... form) {
        var request = mvc.post()
                .uri(path)
                .with(authentication(TestAccounts.signedIn(logins, account)))
                .with(csrf());
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
