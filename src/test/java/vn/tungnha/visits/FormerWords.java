package vn.tungnha.visits;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A topic and an account type that were switched off while something waited on a phone. */
final class FormerWords {

    static final String TOPIC = "OLD_TOPIC";
    static final String ACCOUNT_TYPE = "OLD_ACCOUNT";

    private FormerWords() {}

    static void in(JdbcClient jdbc, ApplicationEventPublisher events) {
        jdbc.sql("""
                        insert into topic (code, pillar, name_vi, name_en, on_form, enabled, position)
                        values (?, 'SOCIETY', 'Cũ', 'Old', false, false, 99) on conflict do nothing
                        """).param(TOPIC).update();
        jdbc.sql("""
                        insert into account_type (code, name_vi, name_en, short_vi, short_en, icon, min_age, on_form,
                                                  enabled, position)
                        values (?, 'Cũ', 'Old', 'Cũ', 'Old', 'id', 0, false, false, 99) on conflict do nothing
                        """).param(ACCOUNT_TYPE).update();
        events.publishEvent(new Catalogue.CatalogueChanged(TOPIC));
    }
}
