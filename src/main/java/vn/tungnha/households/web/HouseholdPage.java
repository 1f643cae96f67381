package vn.tungnha.households.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.tungnha.shared.Choice;

/** A household, ready to be shown. */
record HouseholdPage(
        UUID id,
        String title,
        String subtitle,
        boolean active,
        String status,
        List<Choice> facts,
        List<String> accountTypes,
        List<Person> residents,
        List<Former> former,
        List<Choice> placements,
        boolean editable,
        boolean mayReadHistory) {

    record Person(
            String elementId,
            @Nullable String url,
            String name,
            boolean householder,
            String birthYear,
            String stay,
            String phone,
            @Nullable String phoneUrl,
            String smartphone,
            List<Account> accounts) {}

    /** A state of one account type, in the order of the heads. */
    record Account(String level, String text) {}

    record Former(@Nullable String url, String name, String text) {}
}
