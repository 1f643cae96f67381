package vn.tungnha.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.tungnha.journeys.RunningApplication;

@RunningApplication
class DemonstrationSetupTests {

    @Autowired
    private ObjectProvider<SetupLinkPrinter> printer;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void printsNoLinkWhereTheDemonstrationHasItsAccounts() {
        assertThat(printer.stream()).isEmpty();
        assertThat(jdbc.sql("select count(*) from setup_link").query(Long.class).single())
                .isZero();
    }
}
