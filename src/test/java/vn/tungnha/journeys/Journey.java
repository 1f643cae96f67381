package vn.tungnha.journeys;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.shared.Days;

/** Real people on real pages of the one running application. */
@RunningApplication
abstract class Journey {

    static final String PASSWORD = "TungNha@2026";

    @LocalServerPort
    private int port;

    @Autowired
    private Clock clock;

    @Autowired
    JdbcClient sql;

    private final List<Visitor> visitors = new ArrayList<>();

    @BeforeAll
    static void patience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(Chromium.PATIENCE);
    }

    Visitor visitor(Device device) {
        Visitor visitor = new Visitor(device, "http://localhost:" + port);
        visitors.add(visitor);
        return visitor;
    }

    /** Somebody with a demonstration account who has just signed in. */
    Visitor signedIn(String username, Device device) {
        Visitor visitor = visitor(device);
        LoginPage.open(visitor).signIn(username, PASSWORD);
        return visitor;
    }

    LocalDate today() {
        return Days.today(clock);
    }

    int port() {
        return port;
    }

    @AfterEach
    void everybodyLeaves() {
        List<Visitor> leaving = List.copyOf(visitors);
        visitors.clear();
        leaving.forEach(Visitor::close);
    }
}
