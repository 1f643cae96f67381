package vn.tungnha.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.io.UnsupportedEncodingException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.tungnha.SharedApplication;
import vn.tungnha.households.ManyResidents;
import vn.tungnha.identity.Role;
import vn.tungnha.identity.TestAccounts;
import vn.tungnha.identity.login.Logins;
import vn.tungnha.units.TestUnits;

/** What the whole page of the search for everything costs beside 100.000 residents of one ward; printed, not asserted. */
@Tag("drill")
@SharedApplication
class SearchDrill {

    private static final int RUNS = 60;
    private static final int WARM_UP = 20;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestUnits units;

    @Autowired
    private Logins logins;

    @Test
    void findsAmongManyResidents() throws Exception {
        TestUnits.Tree tree = units.tree();
        UUID officer = new TestAccounts(jdbc).account("s" + UUID.randomUUID(), Role.WARD_OFFICER, tree.commune());
        ManyResidents.settle(jdbc, tree.village(), 100_000);
        for (String person : List.of("Nguyễn Văn Hùng", "nguyen", "vo huu lan", "Kiệt 12")) {
            measure(person, "/households/", officer);
        }
        measure("tổ dân phố 2", "/dashboard/", officer);
    }

    private void measure(String typed, String found, UUID officer) throws UnsupportedEncodingException {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < WARM_UP + RUNS; i++) {
            long from = System.nanoTime();
            var page = mvc.get()
                    .uri("/search?q={q}", typed)
                    .with(authentication(TestAccounts.signedIn(logins, officer)))
                    .exchange();
            long took = (System.nanoTime() - from) / 1_000_000;
            assertThat(page).hasStatusOk();
            assertThat(page.getResponse().getContentAsString()).contains(found);
            if (i >= WARM_UP) {
                millis.add(took);
            }
        }
        Collections.sort(millis);
        System.out.printf(
                "search: %s: median %d ms, 95%% within %d ms, slowest %d ms%n",
                typed, millis.get(RUNS / 2), millis.get(RUNS * 95 / 100), millis.get(RUNS - 1));
    }
}
